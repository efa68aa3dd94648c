"""Check the guide: every term, link, question, answer and prompt, from the Markdown alone.

Prints a line for each problem, ``path:line:col: CODE message``. Exit code 0: none; 1: some; 2: could not be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from study.folder import Unreadable, load
from study.rules import check


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", nargs="?", default="docs", help="the folder of Markdown pages (default: docs)")
    folder = Path(parser.parse_args(arguments).docs)
    try:
        guide = load(folder)
    except Unreadable as unreadable:
        print(unreadable, file=sys.stderr)
        return 2
    problems = check(guide)
    for problem in problems:
        print(problem.line(folder.as_posix()))
    if problems:
        count = len(problems)
        print(f"{count} problem{'s' if count > 1 else ''} in {folder}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
