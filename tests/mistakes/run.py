"""Generate single mistakes in the docs and print what the check reports: a table by kind, and each missed mistake."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from mistakes import Generator, facts, pages, quizzes  # noqa: E402
from mistakes.listed import listed  # noqa: E402
from mistakes.verdicts import problems, sample, texts, verdicts  # noqa: E402

COLUMNS = ("in place", "elsewhere", "harmless", "missed")


def generators() -> tuple[Generator, ...]:
    return (*quizzes.GENERATORS, *pages.GENERATORS, *facts.GENERATORS)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=3, help="mistakes of each form (default: 3)")
    parser.add_argument("--seed", type=int, default=1, help="which places are chosen (default: 1)")
    parser.add_argument("--all", action="store_true", help="print each mistake and what the check says first")
    options = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    for mistake, found in verdicts(chain(listed(texts()), sample(generators(), options.each, options.seed))):
        counts.setdefault(mistake.kind, Counter())[found] += 1
        if options.all or found in ("elsewhere", "missed"):
            path, lines = next(iter(mistake.lines.items()))
            said = [problem.line() for problem in problems(mistake)]
            print(f"{found}: {mistake.name}, {path}:{min(lines) + 1}: {said[0] if said else 'silent'}")
    print(f"\n{'kind':<38}" + "".join(f"{name:>11}" for name in COLUMNS))
    for kind, count in sorted(counts.items()):
        print(f"{kind:<38}" + "".join(f"{count[name]:>11}" for name in COLUMNS))
    whole = sum(counts.values(), Counter())
    print(f"{'all':<38}" + "".join(f"{whole[name]:>11}" for name in COLUMNS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
