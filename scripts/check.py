"""Check the guide: every term, link, question, answer, prompt and source, from the Markdown alone.

Prints a line for each problem, ``path:line:col: CODE message``; ``--explain CODE`` says more. A problem that is meant
stands with ``<!-- check: allow CODE reason -->`` on the line before.

Exit code 0: no problem (warnings aside); 1: some; 2: something could not be read, or the command was mistyped.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from study import codes, coverage
from study.allow import without_allowed
from study.fixes import fixed
from study.folder import Unreadable, load
from study.guide import Guide
from study.history import load_at, lost_ids
from study.problem import Problem
from study.reports import FORMATS
from study.rules import check, found_by
from study.rules.sources import old_sources

ROUNDS = 10  # of --fix: one mend may uncover the next, and each round mends at least one problem


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.explain:
        return _explain(options.explain)
    folder = Path(options.docs)
    try:
        guide = load(folder)
        if options.coverage:
            print(coverage.as_text(guide), end="")
            return 0
        if options.fix:
            guide = _fix(folder, guide)
        found = [*check(guide), *_asked(guide, folder, options)]
    except Unreadable as unreadable:
        print(unreadable, file=sys.stderr)
        return 2
    left = without_allowed(guide, found)
    print(FORMATS[options.format](left, folder.as_posix()), end="")
    errors = sum(problem.severity == "error" for problem in left)
    if errors:
        print(f"{errors} problem{'s' if errors > 1 else ''} in {folder}", file=sys.stderr)
    return 1 if errors else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("docs", nargs="?", default="docs", help="the folder of Markdown pages (default: docs)")
    add("--format", choices=FORMATS, default="text", help="how problems are written (default: text)")
    add("--fix", action="store_true", help="first apply every mend that has exactly one answer")
    add("--explain", metavar="CODE", help="say what a code means, with a bad and a good example")
    add("--coverage", action="store_true", help="print which terms, personas and stages are asked about")
    add("--since", metavar="REV", help="also report ids that a git revision had published and the folder has lost")
    add("--max-age", metavar="N", type=_months, help="also warn of sources checked more than N months ago")
    return parser


def _months(text: str) -> int:
    match = re.fullmatch(r"(\d{1,4})(?: ?months?)?", text.strip())
    if not match:
        raise argparse.ArgumentTypeError(f'"{text}" is no number of months; write for example 12')
    return int(match[1])


def _explain(code: str) -> int:
    text = codes.explain(code)
    if text is None:
        print(f'no code is "{code}"; the check\'s codes are {", ".join(codes.ENTRIES)}', file=sys.stderr)
        return 2
    print(text, end="")
    return 0


def _asked(guide: Guide, folder: Path, options: argparse.Namespace) -> Iterator[Problem]:
    """Problems that are looked for on demand, since they depend on history or on the date."""
    if options.since and guide.pages:
        base = load_at(folder, options.since)
        yield from found_by(guide, "I005", "error", lost_ids(base, guide))
    if options.max_age is not None:
        today = date.today()
        oldest = today.year * 12 + today.month - 1 - options.max_age
        yield from found_by(guide, "S004", "warning", old_sources(guide, oldest))


def _fix(folder: Path, guide: Guide) -> Guide:
    """Mend until nothing changes; each file is written whole or not at all."""
    for _ in range(ROUNDS):
        changed = fixed(guide, without_allowed(guide, check(guide)))
        for path, text in changed.items():
            _write(folder / path, text)
        if not changed:
            break
        guide = load(folder)
    return guide


def _write(path: Path, text: str) -> None:
    """Replace a file in one step, with the line ends and the mark at its beginning that it had."""
    before = path.read_bytes()
    if b"\r\n" in before:
        text = text.replace("\n", "\r\n")
    if before.startswith(b"\xef\xbb\xbf"):
        text = "\ufeff" + text
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        file.write(text.encode("utf-8"))
    os.chmod(file.name, path.stat().st_mode)
    os.replace(file.name, path)


if __name__ == "__main__":
    sys.exit(main())
