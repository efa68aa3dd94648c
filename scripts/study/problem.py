"""What is wrong, where, and what to type instead."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from .source import Place


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Problems sort by place; `code` is stable, for people to look up and machines to filter by."""

    place: Place
    code: str
    message: str

    def line(self, folder: str = "") -> str:
        """``path:line:col: CODE message``, with the path as it is seen from the reader's folder."""
        path = f"{folder}/{self.place.path}" if folder else self.place.path
        return f"{path}:{self.place.line}:{self.place.column}: {self.code} {self.message}"


class Nearest:
    """The nearest of many names to one that was typed, in time that hardly grows with their number.

    A similarity search over all names for every wrong one would make a site of wrong references very slow to check,
    so only the few names that share the most letter triples are compared.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, list[str]] = defaultdict(list)
        for name in sorted(set(names)):
            for triple in _triples(name):
                self._names[triple].append(name)
        self.to = cache(self._to)

    def _to(self, typed: str) -> str | None:
        shared: Counter[str] = Counter()
        for triple in _triples(typed):
            if len(self._names.get(triple, ())) <= 200:
                shared.update(self._names.get(triple, ()))
        likely = [name for name, _ in shared.most_common(12)]
        return next(iter(difflib.get_close_matches(typed, likely, n=1, cutoff=0.6)), None)

    def hint(self, typed: str, form: str = "{}") -> str:
        """``; did you mean "…"?`` or nothing."""
        name = self._to(typed) if len(typed) > 200 else self.to(typed)
        return f'; did you mean "{form.format(name)}"?' if name else ""


def _triples(text: str) -> set[str]:
    padded = f" {text.lower()} "
    return {padded[index : index + 3] for index in range(len(padded) - 2)}
