# The only commands there are. Each sets up what it needs; a second run reuses it.
PYTHON ?= python3
BIN := .venv/bin
# An environment that make did not make is somebody's work: it is neither cleared nor deleted.
OWN = if [ -e .venv ] && ! [ -e .venv/made-by-make ] && ! [ -e .venv/ready ]; then \
	echo ".venv was not made by make, so make leaves it alone; move it away, then run make again" >&2; exit 1; fi
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve build test check exports handouts lock bench clean

serve: .venv/ready  ## read the site at http://127.0.0.1:8000 and see every edit at once
	$(BIN)/mkdocs serve --livereload

build: .venv/ready  ## the finished site in site/; any warning is an error
	$(BIN)/mkdocs build --strict

check: .venv/ready  ## every problem of the content, path:line:col; silent when there is none; options: CHECK="--fix"
	@$(BIN)/python scripts/check.py $(CHECK)

exports: .venv/ready  ## the guide for other programs, in site/exports/; links to the site need SITE_URL
	@$(BIN)/python scripts/export.py $(EXPORTS)

handouts: .venv/ready  ## the printed editions, as pages and PDF, in site/handouts/; needs Pango
	@$(BIN)/python scripts/handout.py $(HANDOUTS)

test: .venv/ready .venv/browser  ## every test, in a real browser too
	$(BIN)/python -m pytest -n auto --dist worksteal

bench: .venv/ready .venv/browser  ## how the check and the reader's log grow, and build time beside plain Material and its peers, as ratios in one run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check mkdocs-ezglossary-plugin==2.1.0
	$(BIN)/python scripts/growth.py
	$(BIN)/python scripts/study_bench.py
	$(BIN)/python scripts/bench.py

lock: .venv/ready  ## renew requirements.txt from pyproject.toml, for every platform, with hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" --upgrade --quiet -o requirements.txt

clean:
	@$(OWN)
	rm -rf site .cache .venv .pytest_cache .mypy_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " \
		+ sys.version.split()[0] + "; name another with: make PYTHON=python3.12 ...")'
	@$(OWN)
	$(PYTHON) -m venv --clear .venv
	@touch .venv/made-by-make
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/browser: .venv/ready scripts/browser.py
	@$(BIN)/python scripts/browser.py
	@touch $@
