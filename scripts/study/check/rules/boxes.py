"""M: key points and criteria whose checkbox Markdown does not read, or whose checkbox is already ticked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...content.essays import is_prompt
from ...content.guide import Guide
from ...content.inline import short
from ...content.page import Page
from .registry import Finding, Found, rule

_ITEM = re.compile(r"^(?P<bullet>[ \t]*[-*+][ \t]*)(?P<text>\S[^\n]*)$", re.MULTILINE)
_BOX = re.compile(r"\[[ xX]\][ \t]+\S")
_NEAR = re.compile(
    r"(?:\\?[\[({][ \t]*[xX\u2713-\u2718]?[ \t]*[\])}]+|\[[xX ]?[ \t]+(?=\w)|[\u2610-\u2612\u25a1])(?![\[(])"
    r"[ \t]*(?P<text>\S.*)?$"
)


@rule("M010", "a checkbox that Markdown does not read", "- [] Says why.", "- [ ] Says why.")
def near_box(guide: Guide) -> Found:
    """Readers tick key points and criteria. Only "- [ ] text" becomes a checkbox; anything else is shown as typed."""
    for page in guide:
        for start, stop in _lists(page):
            items = list(_ITEM.finditer(page.source.prose, start, stop))
            boxed = [item for item in items if _BOX.match(item["text"])]
            for item in items:
                message = _wrong(item, bool(boxed), page)
                if message:
                    at = item.start() + len(item[0]) - len(item[0].lstrip())
                    yield Finding(page.place(at), message, len(item[0].strip()))


def _wrong(item: re.Match[str], boxed: bool, page: Page) -> str:
    typed = page.source.text[item.start() : item.end()].strip()
    shown = short(typed)
    bullet = item["bullet"].strip()
    if _BOX.match(item["text"]):
        if item["text"][1] != " ":
            return f'"{shown}" is ticked before a reader has seen it; write "- [ ]"'
        return ""
    if near := _NEAR.match(item["text"]):
        return f'"{shown}" has no box to tick; write "- [ ] {(near["text"] or "text")[:40].strip()}"'
    if boxed and bullet and item["bullet"][-1:].isspace() and not item["bullet"].startswith(" "):
        return f'"{shown}" is among points with boxes but has none; write "- [ ] {typed.lstrip("-*+ ")[:40].strip()}"'
    return ""


def _lists(page: Page) -> Iterator[tuple[int, int]]:
    """The spans of a page with points to tick: in answers, and below the criteria of a prompt."""
    for block in page.blocks:
        if block.name == "answer":
            yield block.start, block.stop
    if is_prompt(page):
        for heading in page.headings:
            if heading.id == "criteria":
                yield page.section(heading)
