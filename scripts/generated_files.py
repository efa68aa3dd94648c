"""The files that a build adds to a site."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from study import exports, handouts


def generated_files(paths: Collection[str]) -> Iterator[str]:
    """The exports and handouts of a docs folder with these paths; pages link to them."""
    yield from exports.paths(paths)
    yield from handouts.paths(paths)
