"""Reads the history of the docs from git: an earlier state, and the time of the last change."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from .guide import Guide
from .load import Unreadable
from .source import Source


def load_at(folder: Path, revision: str) -> Guide:
    """The guide of a docs folder as it was at a revision. Raises `Unreadable`."""
    root = folder.resolve()
    if _run(root, "rev-parse", "--git-dir").returncode == 0 and not _is_revision(root, revision):
        raise Unreadable(f'{folder}: git knows no revision "{revision}"; name a branch, a tag, or a commit')
    listed = _git(root, "ls-tree", "-r", "-z", "--name-only", revision, "--", ".").split("\0")
    names = [name for name in listed if name]
    pages = [name for name in names if name.endswith(".md")]
    return Guide.read((Source(name, _text(root, revision, name)) for name in pages), names)


def changed_at(folder: Path, environment: Mapping[str, str]) -> int:
    """When a docs folder was last changed, in seconds since 1970; the same for the same commit, wherever it is built.

    The first of these that is available: ``SOURCE_DATE_EPOCH``
    (https://reproducible-builds.org/specs/source-date-epoch/), the time of the checked-out commit (a shallow clone is
    enough), and the times of the files.
    """
    given = environment.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    try:
        return int(_git(folder.resolve(), "log", "-1", "--format=%ct", "HEAD"))
    except (OSError, ValueError, Unreadable):
        return max((int(path.stat().st_mtime) for path in folder.rglob("*.md")), default=0)


def version(folder: Path) -> str:
    """The checked-out commit, with a plus if the docs have changed since; empty without a commit."""
    try:
        commit = _git(folder.resolve(), "rev-parse", "HEAD")[:10]
        return commit + ("+" if _git(folder.resolve(), "status", "--porcelain", "--", ".") else "")
    except (OSError, Unreadable):
        return ""


def _text(root: Path, revision: str, name: str) -> str:
    return _git(root, "show", f"{revision}:./{name}").removeprefix("\ufeff").replace("\r\n", "\n")


def _is_revision(root: Path, revision: str) -> bool:
    return _run(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}").returncode == 0


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=root, capture_output=True)
    except FileNotFoundError as error:
        raise Unreadable(f"{root}: git is not installed, and the history of the pages is read with it") from error


def _git(root: Path, *arguments: str) -> str:
    done = _run(root, *arguments)
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        raise Unreadable(f"{root}: git {arguments[0]}: {reason[0] if reason else 'failed'}")
    return done.stdout.decode("utf-8", errors="replace")
