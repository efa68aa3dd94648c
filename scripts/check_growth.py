"""Time and memory of the check for synthetic guides of growing size, correct and with every reference wrong."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHECK = Path(__file__).parent / "check.py"
SIZES = (22, 200, 2000)  # of each: terms, questions, pages
LARGEST = 20_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help=f"also {LARGEST:,} of each, which takes a minute")
    sizes = (*SIZES, LARGEST) if parser.parse_args().large else SIZES
    print(f"{'check of':>24} {'clean':>9} {'a item':>9} {'memory':>8} {'wrong':>9} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as name:
        _report("this site", CHECK.parent.parent / "docs", None, 1)
        for size in sizes:
            clean, wrong = (_synthetic(Path(name) / f"{size}-{kind}", size, kind) for kind in ("Term", "Trem"))
            _report(f"{size} of each", clean, wrong, size)
    return 0


def _report(label: str, clean: Path, wrong: Path | None, size: int) -> None:
    seconds, megabytes = _measure(clean)
    line = f"{label:>24} {seconds:8.2f}s {seconds / size * 1e6 if size > 1 else 0:7.0f}us {megabytes:6.0f}MB"
    if wrong:
        slow, _ = _measure(wrong)
        line += f" {slow:8.2f}s {slow / seconds:6.2f}"
    print(line, flush=True)


def _measure(docs: Path) -> tuple[float, float]:
    """Seconds and megabytes of one run of the check as its own process."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, str(CHECK), str(docs)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return time.perf_counter() - start, kilobytes / 1024


def _synthetic(folder: Path, size: int, name: str) -> Path:
    """Terms and as many pages, each with five references and a question. All terms are called Term."""
    (folder / "quiz").mkdir(parents=True)
    (folder / "glossary").mkdir()
    for n in range(size):
        text = f"# Term {n:05} {{ #term-{n} }}\n\nThe definition of {n}, unlike [x][{_label(name, n + 1, size)}].\n"
        (folder / "glossary" / f"term-{n}.md").write_text(text, encoding="utf-8")
    for page in range(size):
        (folder / f"page-{page}.md").write_text(_page(page, name, size), encoding="utf-8")
    return folder


def _page(page: int, name: str, size: int) -> str:
    lines = (
        f"Some words before [it][{_label(name, page * 5 + n, size)}] and more of them after it.\n" for n in range(5)
    )
    return (
        f"# Page {page}\n\n" + "\n".join(lines) + f"\n## Questions\n\n### Question {page} {{ #asks-{page}-times }}\n\n"
        f"<quiz>\nWhy {page}?\n- [x] Yes {page}\n> Because of it.\n- [ ] No {page}\n> Not because.\n\n"
        f"See [it][{_label(name, page, size)}].\n</quiz>\n"
    )


def _label(name: str, number: int, size: int) -> str:
    return f"{name} {number % size:05}"


if __name__ == "__main__":
    sys.exit(main())
