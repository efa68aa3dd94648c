"""Reads the guide from files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from pathlib import Path

from . import navigation
from .guide import Guide
from .source import Source


class Unreadable(Exception):
    """A folder or file is not readable; the message says where and why in one line."""


def _no_files(paths: Collection[str]) -> Iterable[str]:
    return ()


def load(folder: Path, generated: Callable[[Collection[str]], Iterable[str]] = _no_files) -> Guide:
    """The guide of a docs folder; pages may also link to the ``generated`` files of a site with these paths.

    Raises `Unreadable`.
    """
    if not folder.is_dir():
        reason = "this is a file; name the folder that it is in" if folder.exists() else "there is no such folder"
        raise Unreadable(f"{folder}: {reason}")
    try:
        paths = sorted(path for path in folder.rglob("*") if _is_file(path))
    except OSError as error:
        raise Unreadable(f"{error.filename or folder}: {error.strerror}") from error
    names = {path: path.relative_to(folder).as_posix() for path in paths}
    pages = [path for path in paths if path.suffix == ".md"]
    entries = _entries(folder.parent / "mkdocs.yml")
    return Guide.read(
        (_source(path, names[path]) for path in pages),
        (*names.values(), *generated(frozenset(names.values()))),
        None if entries is None else [entry.target for entry in entries if entry.is_page],
        entries or (),
        date.today(),
    )


def _entries(path: Path) -> tuple[navigation.Entry, ...] | None:
    """The navigation in the configuration file next to the folder, if it has one."""
    if not path.is_file():
        return None
    try:
        return navigation.entries(_source(path, path.name).text)
    except navigation.Malformed as malformed:
        raise Unreadable(f"{path}:{malformed}") from malformed


def _is_file(path: Path) -> bool:
    """Whether it is a file. Raises `OSError` for a loop of symbolic links."""
    if path.is_symlink():
        path.stat()
    return path.is_file()


def _source(path: Path, name: str) -> Source:
    try:
        return Source(name, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable(f"{path}: byte {error.start + 1} is not UTF-8; save the file as UTF-8") from error
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from error
