"""Build the site with possible successors of MkDocs and Material, and print the pages that would look different.

Each successor is installed in `.cache/successors/`, before the packages of the lock on Python's path, so that it uses
our versions of everything else. The ordinary build is made again, too. Exit code: 1 if a successor that must show no
difference shows one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare_sites import ASPECTS, Difference, Shown, differences, pages, shown

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".cache" / "successors"
LISTED = 12  # differences of a successor that are printed


@dataclass(frozen=True)
class Successor:
    name: str
    packages: tuple[str, ...]
    """The packages that pip installs. The lock has their dependencies, unless `with_dependencies` is true."""
    command: tuple[str, ...]
    """The module that builds, and its options."""
    changes: tuple[tuple[str, str], ...] = ()
    """Replacements in mkdocs.yml: old text and new text."""
    must_be_same: bool = True
    within: str = "body"
    """The element of each page that is compared."""
    takes_links: bool = True
    """Whether it follows symbolic links."""
    with_dependencies: bool = False


_BUILD = ("build", "--strict", "--quiet")
ORDINARY = Successor("MkDocs and Material", (), ("mkdocs", *_BUILD))
_LUNR = ("  - search  #", "  - search: {provider: lunr}  #")  # otherwise, MaterialX uses Pagefind and not our index
SUCCESSORS = (
    Successor("ProperDocs", ("properdocs==1.6.7",), ("properdocs", *_BUILD)),
    Successor(
        "ProperDocs and MaterialX",
        ("properdocs==1.6.7", "mkdocs-materialx==10.2.2", "mkdocs-document-dates==3.8.9", "pagefind>=1.5,<2"),
        ("properdocs", *_BUILD),
        (("name: material\n", "name: materialx\n"), _LUNR),
    ),
    Successor(
        "Zensical",
        ("zensical>=0.0.73,<1",),  # pip takes the newest whose packages it finds
        ("zensical", "build"),
        (("markdown_extensions:\n", "markdown_extensions:\n  - study_markdown: {docs: docs}\n"),),
        must_be_same=False,
        within="article",
        takes_links=False,
        with_dependencies=True,
    ),
)


class NotBuilt(Exception):
    """One line: the program that failed, and the last line that it printed."""


def main(names: Sequence[str]) -> int:
    chosen = [one for one in SUCCESSORS if not names or one.name in names]
    if not chosen:
        print(f"no successor is called {' or '.join(names)}; they are {', '.join(one.name for one in SUCCESSORS)}")
        return 2
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        site = build(ORDINARY, Path(folder, "ordinary"))
        print(head())
        for number, successor in enumerate(chosen):
            ordinary = read(site, successor.within)
            try:
                other = read(build(successor, Path(folder, str(number))), successor.within)
            except NotBuilt as error:
                print(error)
                failed |= successor.must_be_same
                continue
            found = list(differences(ordinary, other))
            print("\n".join(table(successor.name, len(ordinary), found)))
            failed |= successor.must_be_same and bool(found)
    return int(failed)


def head() -> str:
    return _line("", "same", "differs", "missing", *ASPECTS)


def table(name: str, count: int, found: Sequence[Difference]) -> list[str]:
    """A line with the numbers of pages that are the same, differ, or are missing; then the first differences."""
    missing = {one.page for one in found if not one.aspect}
    differing = {one.page for one in found if one.aspect}
    by_aspect = [sum(one.aspect == aspect for one in found) for aspect in ASPECTS]
    counts = (count - len(missing) - len(differing), len(differing), len(missing), *by_aspect)
    more = [f"  and {len(found) - LISTED} more"] if len(found) > LISTED else []
    return [_line(name, *map(str, counts)), *(f"  {one.line()}" for one in found[:LISTED]), *more]


def _line(name: str, *values: str) -> str:
    return f"{name:26}" + "".join(f"{value:>9}" for value in values)


def read(site: Path, within: str) -> dict[str, Shown]:
    return {page: shown((site / page / "index.html").read_text(encoding="utf-8"), within) for page in pages(site)}


def build(successor: Successor, project: Path) -> Path:
    """The folder of the built site, in a folder of its own with our files. Raises `NotBuilt`."""
    own = _installed(successor)
    project.mkdir()
    for name in ("docs", "overrides", "scripts", ".cache"):
        if successor.takes_links:
            (project / name).symlink_to(ROOT / name)
        elif name != ".cache":
            shutil.copytree(ROOT / name, project / name)
    (project / "mkdocs.yml").write_text(changed(successor), encoding="utf-8")
    paths = os.pathsep.join([str(own), str(project / "scripts")])  # the second for the extension that Zensical is given
    environment = {**os.environ, "PYTHONPATH": paths, "NO_MKDOCS_2_WARNING": "1"}
    _run(successor, ["-m", *successor.command], project, environment)
    return project / "site"


def changed(successor: Successor) -> str:
    """Our mkdocs.yml as the successor needs it. Raises `NotBuilt` if a text to replace is missing."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for before, after in successor.changes:
        if before not in text:
            raise NotBuilt(
                f'{successor.name}: mkdocs.yml does not say "{before.strip()}"; correct scripts/successors.py'
            )
        text = text.replace(before, after, 1)
    return text


def _installed(successor: Successor) -> Path:
    """The folder of its packages. New versions get a new folder."""
    folder = KEPT / "_".join(re.sub(r"[^\w.]+", "-", package) for package in successor.packages or ("none",))
    if successor.packages and not folder.is_dir():
        how = [] if successor.with_dependencies else ["--no-deps"]
        with tempfile.TemporaryDirectory(dir=_made(KEPT)) as unfinished:
            target = Path(unfinished, "packages")
            install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", str(target)]
            _run(successor, [*install, *how, *successor.packages], ROOT, os.environ)
            target.rename(folder)
    return folder


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _run(successor: Successor, command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
    done = subprocess.run([sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or "it said nothing").splitlines()
        why = next((line for line in said if line.startswith(("WARNING", "ERROR"))), said[-1])
        raise NotBuilt(f"{successor.name}: {' '.join(command[1:3])} failed: {why}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
