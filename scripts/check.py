"""Check the guide: every term, link, question, answer, prompt and source, from the Markdown alone.

Prints a line for each problem, ``path:line:col: CODE message``; ``--explain CODE`` says more. A problem that is
intended has ``<!-- check: allow CODE reason -->`` on the line before.

Exit code 0: no problem (warnings aside); 1: some; 2: something could not be read, or the command was mistyped.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from generated_files import generated_files
from study.check import coverage, explain
from study.check.fixes import fixed, with_line_ends
from study.check.lost_ids import lost_ids
from study.check.output_formats import FORMATS
from study.check.problem import Problem
from study.check.rules import check, found_by
from study.check.rules.sources import old_sources
from study.check.suppressions import without_allowed
from study.content.files import write_atomically
from study.content.guide import Guide
from study.content.load import Unreadable, load

ROUNDS = 10  # of --fix: one fix may make another one possible


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    if options.explain is not None:
        return _explain(options.explain)
    folder = Path(options.docs)
    try:
        guide = load(folder, generated_files)
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
    print(FORMATS[options.format or "text"](left, folder.as_posix()), end="")
    errors = sum(problem.severity == "error" for problem in left)
    if errors:
        print(f"{errors} problem{'s' if errors > 1 else ''} in {folder}", file=sys.stderr)
    return 1 if errors else 0


class _Parser(argparse.ArgumentParser):
    """Reports a mistyped command in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message}; --help lists the options\n")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    """The options. Options that would have no effect together are a mistake."""
    parser = _parser()
    options = parser.parse_args(arguments)
    checking = {"--format": options.format, "--fix": options.fix or None, "--since": options.since}
    checking |= {"--max-age": options.max_age}
    for alone in ("explain", "coverage"):
        others = [name for name, value in checking.items() if value is not None]
        others += ["--coverage"] if alone == "explain" and options.coverage else []
        if getattr(options, alone) not in (None, False) and others:
            parser.error(f"--{alone} and {others[0]} do not go together; leave one out")
    if options.since is not None and not options.since.strip():
        parser.error("--since names no revision; write for example --since main")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("docs", nargs="?", default="docs", help="the folder of Markdown pages (default: docs)")
    add("--format", choices=FORMATS, help="how problems are written (default: text)")
    add("--fix", action="store_true", help="first make every change that has exactly one answer")
    add("--explain", metavar="CODE", help="say what a code means, with a bad and a good example")
    add("--coverage", action="store_true", help="print which terms, personas and stages are asked about")
    add("--since", metavar="REV", help="also report ids that a git revision had published and the folder has lost")
    add("--max-age", metavar="N", type=_months, help="also warn of sources checked more than N months ago")
    return parser


def _months(text: str) -> int:
    match = re.fullmatch(r"(\d{1,4})(?: ?months?)?", text.strip())
    if not match:
        raise argparse.ArgumentTypeError(f'"{text}" is not a number of months; write for example 12')
    return int(match[1])


def _explain(code: str) -> int:
    text = explain.explain(code)
    if text is None:
        near = ", ".join(get_close_matches(code.upper(), explain.ENTRIES, n=3, cutoff=0.5))
        hint = f"the nearest are {near}" if near else "a code is a letter and three digits, such as T006"
        print(f'no code is "{code}"; {hint}', file=sys.stderr)
        return 2
    print(text, end="")
    return 0


def _asked(guide: Guide, folder: Path, options: argparse.Namespace) -> Iterator[Problem]:
    """Problems that depend on the history or the date, which only some options ask for."""
    if options.since:
        from study.content.git import load_at

        base = load_at(folder, options.since)
        yield from found_by(guide, "I005", "error", lost_ids(base, guide))
    if options.max_age is not None:
        today = date.today()
        oldest = today.year * 12 + today.month - 1 - options.max_age
        yield from found_by(guide, "S004", "warning", old_sources(guide, oldest))


def _fix(folder: Path, guide: Guide) -> Guide:
    """Fix until no page changes."""
    for _ in range(ROUNDS):
        changed = fixed(guide, without_allowed(guide, check(guide)))
        for path, text in changed.items():
            _write(folder / path, text)
        if not changed:
            break
        guide = load(folder, generated_files)
    return guide


def _write(path: Path, text: str) -> None:
    """Replace a file, and keep its mode, its line endings, and its byte order mark.

    A symbolic link stays, and its target is replaced.
    """
    path = path.resolve()
    text = with_line_ends(text, path.read_bytes().decode("utf-8"))
    write_atomically(path, text.encode("utf-8"), path.stat().st_mode)


def _use_streams() -> None:
    """Write UTF-8 to pipes and files. On a terminal, escape the characters that it cannot show."""
    machine = any(word.rpartition("=")[2] in ("json", "sarif", "github") for word in sys.argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if machine else None, errors="backslashreplace")


if __name__ == "__main__":
    _use_streams()
    sys.exit(main())
