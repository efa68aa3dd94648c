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
_ASKED = "\n\n<quiz>\nWhich?\n- [x] This\n> So.\n- [ ] That\n> Not so.\n\nThe [log][].\n</quiz>\n"
COURSE = {
    "learn/index.md": "# Course\n\n## Sessions { #sessions }\n\n1. [First](first.md)\n2. [Logs](logs.md)\n\n"
    "| Role | Sessions |\n| --- | --- |\n| [Clerk](../personas/clerk.md) | [2](logs.md) |\n"
    "| [Engineer](../personas/engineer.md) | [1](first.md) |\n",
    "learn/first.md": "# First things\n\nYou can begin.\n\n## Read { #read }\n\nAbout [lineage][].\n\n"
    "## Answer { #answer }\n\n1. [First](../quiz/all.md#first)\n",
    "learn/logs.md": "# About logs\n\nYou can keep a log.\n\n## Read { #read }\n\nRead about the [log][].\n\n"
    "1. [One or the other](../contrasts/a.md#one)\n\n## Answer { #answer }\n\n1. [Second](../quiz/all.md#second)\n",
    "contrasts/a.md": f"# Pairs\n\nTwo pairs.\n\n## One {{ #one }}\n\n### Which of them {{ #pair }}{_ASKED}"
    f"\n## Two {{ #two }}\n\n### Third {{ #third }}{_ASKED}",
}
WORDS = "# Words first\n\n## The words { #words-to-know-first }\n\nAmina builds.\n\n## Then\n\nHe writes.\n\n## Sources { #sources }\n\nNot this.\n"


def small(changed: Mapping[str, str] = {}) -> Guide:
    """The small guide, some of its pages `changed`."""
    return Guide.read(Source(path, text) for path, text in {**PAGES, **changed}.items())


def made(guide: Guide, *names: str) -> dict[str, str]:
    return documents(guide, [one for one in editions(guide.pages) if not names or one.name in names], IMPRINT)


def learner(changed: dict[str, str], name: str = "learner") -> str:
    """The learner handout, or another edition, of the small guide with some of its pages changed."""
    return made(small(changed), name)[name]


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
