"""Editions of the small guide, and how a test reads them."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from study.content.guide import Guide
from study.content.source import Source
from study.handouts import editions
from study.handouts.colophon import Imprint
from study.handouts.document import documents
from study_pages import PAGES

IMPRINT = Imprint("Guide", "", "1 May 2026")


def small(changed: Mapping[str, str] = {}) -> Guide:
    """The small guide, some of its pages `changed`."""
    return Guide.read(Source(path, text) for path, text in {**PAGES, **changed}.items())


def made(guide: Guide, *names: str) -> dict[str, str]:
    return documents(guide, [one for one in editions(guide.pages) if not names or one.name in names], IMPRINT)


def words(document: str) -> str:
    """What a reader sees between the tags, in one line."""
    body = re.sub(r"<style>.*?</style>", "", document[document.index("<body") :], flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<sup>\d+</sup>|<[^>]+>", " ", body)).split())


def letters(text: str) -> str:
    """A text without spaces: tags may stand between its words."""
    return "".join(text.split())


def numbered(document: str) -> dict[str, str]:
    """The numbers of a document's questions by id."""
    found = re.findall(r'<h\d><span class="number" id="([^"]+)">([^<]+)</span>', document)
    return dict(found)
