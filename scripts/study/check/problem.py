"""A problem: what is wrong, where, and what to type instead."""

from __future__ import annotations

import difflib
import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from ..content.source import Place

_LONGEST = 200  # characters: longer text is not a misspelled name
_COMMON = 200  # names: a triple that more names share is not significant
_LIKELY = 4  # names that are compared letter by letter
_PATIENCE = 500  # wrong names that are looked up; a guide with more of them has a larger problem


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement for the text between two places."""

    start: Place
    end: Place
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Problems sort by place; `code` is stable, for people to look up and machines to filter by.

    It is about the text from `place` to `end`. `fix` is the replacement, if there is exactly one right answer.
    """

    place: Place
    code: str
    message: str
    end: Place
    severity: str = "error"
    fix: Fix | None = field(default=None, compare=False)

    def path(self, folder: str = "") -> str:
        """The path of its file from the working folder: ``docs/index.md``, or ``mkdocs.yml`` next to it."""
        return posixpath.normpath(posixpath.join(folder, self.place.path))

    def line(self, folder: str = "") -> str:
        """``path:line:col: CODE message``, with the path from the working folder."""
        return f"{self.path(folder)}:{self.place.line}:{self.place.column}: {self.code} {self.message}"


class Nearest:
    """The nearest of many names to a typed one, in time that hardly grows with their number.

    A similarity search over all names would make a site with many wrong references very slow to check. So only the
    few names that share the most letter triples are compared, and only for the first wrong names.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = set(names)
        self._asked = 0
        self.to = cache(self._to)

    @cached_property
    def _written(self) -> dict[str, str]:
        return {name.lower(): name for name in sorted(self._names)}

    @cached_property
    def _by_triple(self) -> dict[str, list[str]]:
        """Most guides have no wrong name, and need no index."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._written:
            for triple in _triples(name):
                found[triple].append(name)
        return found

    def _to(self, typed: str) -> str | None:
        if len(typed) > _LONGEST or self._asked >= _PATIENCE:
            return None
        self._asked += 1
        shared: Counter[str] = Counter()
        for triple in _triples(typed.lower()):
            if len(found := self._by_triple.get(triple, ())) <= _COMMON:
                shared.update(found)
        likely = [name for name, _ in shared.most_common(_LIKELY)]
        near = difflib.get_close_matches(typed.lower(), likely, n=1, cutoff=0.6)
        return self._written[near[0]] if near else None

    def hint(self, typed: str, form: str = "{}") -> str:
        """``; did you mean "…"?`` or nothing."""
        name = self.to(typed)
        return f'; did you mean "{form.format(name)}"?' if name else ""


def _triples(text: str) -> Iterable[str]:
    """Each triple once, in the order of the text, so that the result is the same in every run."""
    padded = f" {text} "
    return dict.fromkeys([padded[index : index + 3] for index in range(len(padded) - 2)])
