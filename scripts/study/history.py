"""The edge where the docs' past is read, from git: an earlier state, and when they were last changed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from .folder import Unreadable
from .guide import Guide
from .inline import plain
from .rules.registry import Finding, Found
from .source import Place, Source


def load_at(folder: Path, revision: str) -> Guide:
    """The guide of a docs folder as it stood at a revision. Raises `Unreadable`."""
    root = folder.resolve()
    listed = _git(root, "ls-tree", "-r", "-z", "--name-only", revision, "--", ".").split("\0")
    names = [name for name in listed if name]
    pages = [name for name in names if name.endswith(".md")]
    return Guide.read((Source(name, _text(root, revision, name)) for name in pages), names)


def changed_at(folder: Path, environment: Mapping[str, str]) -> int:
    """When a docs folder was last changed, in seconds since 1970; the same for the same commit, wherever it is built.

    ``SOURCE_DATE_EPOCH`` goes first (https://reproducible-builds.org/specs/source-date-epoch/), then the commit that is
    checked out, also where git knows no more than that one, then the files themselves.
    """
    given = environment.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    try:
        return int(_git(folder.resolve(), "log", "-1", "--format=%ct", "HEAD"))
    except (OSError, ValueError, Unreadable):
        return max((int(path.stat().st_mtime) for path in folder.rglob("*.md")), default=0)


def version(folder: Path) -> str:
    """The commit that is checked out, with a plus where the docs have changed since; nothing where git knows none."""
    try:
        commit = _git(folder.resolve(), "rev-parse", "HEAD")[:10]
        return commit + ("+" if _git(folder.resolve(), "status", "--porcelain", "--", ".") else "")
    except (OSError, Unreadable):
        return ""


def _text(root: Path, revision: str, name: str) -> str:
    return _git(root, "show", f"{revision}:./{name}").removeprefix("\ufeff").replace("\r\n", "\n")


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True)
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        raise Unreadable(f"{root}: git {arguments[0]}: {reason[0] if reason else 'failed'}")
    return done.stdout.decode("utf-8", errors="replace")


def lost_ids(base: Guide, guide: Guide) -> Found:
    """Ids that the base has published and the guide has lost: links to them, and answers saved under them, are gone.

    An id is kept by anything on its page that carries it, such as ``<span id="old"></span>`` where its text stands now.
    """
    moved = {id: page.path for page in guide for id in page.anchors}
    for path, id, title in _published(base):
        page = guide.pages.get(path)
        if page is not None and id in page.anchors:
            continue
        where = f"; it stands in {moved[id]} now" if id in moved else ""
        mend = f'keep it, or add <span id="{id}"></span>' if page else "bring the page back"
        yield Finding(Place(path, 1, 1), f'the id "{id}" ("{title}") was published here and is lost{where}; {mend}')


def _published(guide: Guide) -> Iterator[tuple[str, str, str]]:
    for page in guide:
        for heading in page.headings:
            if heading.explicit:
                yield page.path, heading.id, plain(heading.text)
