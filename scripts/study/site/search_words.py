"""The search index, with the inner words of names in code, such as ``ModelApprovalStatus`` and ``model.tar.gz``.

The theme splits text and query by the same pattern, and finds entries with any of the words. If the pattern split at
capital letters, readers who type a name in lower case would not find it, not even "sagemaker". If it split at dots,
"model.tar.gz" would find every "model". So each entry gets the inner words that it lacks.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

_NAME = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b")
_PART = re.compile(r"[A-Z][a-z]+")
_DOTTED = re.compile(r"\b[A-Za-z]\w*(?:\.[A-Za-z]\w*)+")
_WORD = re.compile(r"\w+(?:\.\w+)*")  # as search_separator.py leaves them


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.all = ""
        self.code = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "code"

    def handle_data(self, data: str) -> None:
        self.all += f"{data} "
        if self._depth > 0:
            self.code += f"{data} "


def with_inner_words(index: dict[str, Any]) -> dict[str, Any]:
    """The index as MkDocs wrote it; entries that lack the inner words of their names end with them."""
    return {**index, "docs": [{**entry, "text": _completed(entry)} for entry in index["docs"]]}


def _completed(entry: dict[str, Any]) -> str:
    text: str = entry["text"]
    lacking = inner_words(f"<p>{entry['title']}</p>{text}")
    return f"{text} <p>{' '.join(lacking)}</p>" if lacking else text


@lru_cache(maxsize=4096)  # while serving, most entries are those of the last build
def inner_words(html: str) -> tuple[str, ...]:
    """Words inside names in code that the text does not have as words, in lower case, each once.

    They are the parts of a name that begin with a capital, and what follows each dot: "tar.gz" and "gz".
    """
    if "<code" not in html:
        return ()
    text = _Text()
    text.feed(html)
    text.close()
    words = {word.lower() for word in _WORD.findall(text.all)}
    parts = [part for name in _NAME.findall(text.code) for part in _PART.findall(name)]
    parts += [ending for name in _DOTTED.findall(text.code) for ending in _endings(name)]
    return tuple(part for part in dict.fromkeys(map(str.lower, parts)) if part not in words)


def _endings(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[start:]) for start in range(1, len(parts))]
