"""Shared by the commands that write files: read a guide without problems, and write files to a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generated_files import generated_files
from study.check.rules import check
from study.check.suppressions import without_allowed
from study.content.files import write_atomically
from study.content.guide import Guide
from study.content.load import Unreadable, load


class Refused(Exception):
    """The reason why the command writes no file, in one line, with its exit code."""

    def __init__(self, reason: object, code: int = 2) -> None:
        super().__init__(str(reason))
        self.code = code


def valid_guide(docs: Path) -> Guide:
    """The guide of a folder. Raises `Refused` if it cannot be read (exit code 2) or has problems (1)."""
    try:
        guide = load(docs, generated_files)
    except Unreadable as unreadable:
        raise Refused(unreadable) from unreadable
    found = sum(problem.severity == "error" for problem in without_allowed(guide, check(guide)))
    if found:
        raise Refused(f"{docs}: {found} problem{'s' * (found > 1)}; run make check, which names them", 1)
    return guide


def write_files(target: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a folder and print the size of each. Raises `Refused` if one cannot be written."""
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            write_atomically(target / name, content)
            print(f"{target / name}  {len(content) / 1000:.1f} kB")
    except OSError as error:
        raise Refused(f"{error.filename2 or error.filename or target}: {error.strerror}") from error
