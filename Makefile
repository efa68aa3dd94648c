# All commands of this project. Each one installs what it needs; a second run reuses it.
PYTHON ?= python3
BIN := .venv/bin
# Never clear or delete an environment that make did not create.
OWN = if [ -e .venv ] && ! [ -e .venv/made-by-make ] && ! [ -e .venv/ready ]; then \
	echo ".venv was not made by make, so make does not change it; move it away, then run make again" >&2; exit 1; fi
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve build test check lint exports handouts lock bench successors clean

serve: .venv/ready  ## serve the site at http://127.0.0.1:8000 with live reload
	$(BIN)/mkdocs serve --livereload

build: .venv/ready  ## build the site into site/; any warning is an error
	$(BIN)/mkdocs build --strict

check: .venv/ready  ## print every content problem as path:line:col; options: CHECK="--fix"
	@$(BIN)/python scripts/check.py $(CHECK)

lint: .venv/ready  ## check the style and the types of the Python code, the JavaScript, and the workflows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/oxlint --deny-warnings docs/assets/javascripts scripts/service-worker.js scripts/study/handouts/slides.js
	$(BIN)/zizmor --offline --quiet .github

exports: .venv/ready  ## write the files for other programs to site/exports/; links to the site need SITE_URL
	@$(BIN)/python scripts/export.py $(EXPORTS)

handouts: .venv/ready  ## write the handouts, as pages and as PDF, to site/handouts/; needs Pango
	@$(BIN)/python scripts/handout.py $(HANDOUTS)

test: .venv/ready .venv/browser  ## run every test, some in a real browser
	$(BIN)/python -m pytest -n auto --dist worksteal

bench: .venv/ready .venv/browser  ## show how the check and the reader's record scale, and compare build times with plain Material
	$(BIN)/python -m pip install --quiet --disable-pip-version-check mkdocs-ezglossary-plugin==2.1.0
	$(BIN)/python scripts/check_growth.py
	$(BIN)/python scripts/browser_bench.py
	$(BIN)/python scripts/bench.py

successors: .venv/ready  ## compare the site with builds by possible successors of MkDocs and Material
	@$(BIN)/python scripts/successors.py

lock: .venv/ready  ## update requirements.txt from pyproject.toml, for every platform, with hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra test --extra lint --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" --upgrade --quiet -o requirements.txt

clean:  ## remove all files that the other commands made
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
