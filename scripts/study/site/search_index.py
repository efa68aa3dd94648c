"""Improve the search index of the theme's plugin, so that it finds the words that people type."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from ..content.glossary import Term
from .search_boosts import boost
from .search_phrases import phrases
from .search_separator import SEPARATOR
from .search_words import with_inner_words

FIELDS = {"title": {"boost": 100}, "text": {"boost": 1}, "tags": {"boost": 100}}
"""A word in a title counts this much more than in the text. With the theme's 1,000, one common word in a title beats
all words of the query in a text."""


def tuned(index: dict[str, Any], terms: Collection[Term]) -> dict[str, Any]:
    """The index with our separator, a boost for each entry, and the words that its text lacks."""
    index = with_inner_words(index)
    config = {**index["config"], "separator": SEPARATOR, "fields": FIELDS}
    return {**index, "config": config, "docs": [_entry(entry, terms) for entry in index["docs"]]}


def _entry(entry: dict[str, Any], terms: Collection[Term]) -> dict[str, Any]:
    location = served(entry["location"])
    factor = boost(location)
    words = phrases(location, entry["title"], terms)
    return {**entry, **({"boost": factor} if factor != 1 else {}), **({"tags": words} if words else {})}


def served(location: str) -> str:
    """An address on a server, such as `workflow/#approve` for `workflow.html#approve` in the copy for a folder."""
    path, mark, id = location.partition("#")
    return re.sub(r"(^|/)index\.html$", r"\1", path).replace(".html", "/") + mark + id
