"""M: leftovers of authors and programs: marks of a merge, notes to oneself, broken characters."""

from __future__ import annotations

import re
import unicodedata

from ...content.guide import Guide
from ...content.page import Page
from ...content.source import Source
from .registry import Finding, Found, rule
from .vocabulary import vocabulary

TOO_LONG = "M044"
LONGEST = 3_000_000  # characters: far more than any page that a person writes
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?=[ \t]|$)[^\n]*|^={7}[ \t]*$", re.MULTILINE)
_WORDS = frozenset(("TODO", "FIXME", "TBD", "TBC", "TBA", "WIP", "TK", "HACK", "REVIEWME"))
_NOTES = (  # each with a part of its text that is quick to look for
    ("FIX ME", r"\bFIX ME\b(?!-)"),
    ("XXX", r"\bXXX+\b(?!-)"),
    ("xxx", r"\bxxx+\b"),
    ("orem ipsum", r"\b[Ll]orem ipsum\b"),
    ("olor sit amet", r"\b[Dd]olor sit amet\b"),
    *((f"o be {word}", rf"\b[Tt]o be {word}\b") for word in ("continued", "determined", "announced", "decided")),
    ("oming soon", r"\b[Cc]oming soon\b"),
    ("ork in progress", r"\b[Ww]ork in progress\b"),
    *(
        (f"our {word}", rf"\b[Yy]our {word}(?: goes)? here\b")
        for word in ("text", "title", "answer", "question", "content", "definition", "explanation")
    ),
    ("ext goes here", r"\b[Tt]ext goes here\b"),
    ("laceholder text", r"\b[Pp]laceholder text\b"),
    ("nsert ", r"\b[Ii]nsert [a-z ]{1,30} here\b"),
    ("sdf", r"\b[Aa]sdf\w*"),
    ("werty", r"\b[Qq]werty\b"),
    ("(to be ", r"\(to be \w+\)"),
    ("To be ", r"\(To be \w+\)|^To be \w+[.:]?$"),
    ("To do:", r"^To do:.*$"),
    ("Needs ", r"^Needs \w+[.:]?$"),
    (" needed)", r"\((?:citation|source) needed\)"),
    *((f"[{word} ", rf"\[{word} [^\]\n]{{1,40}}\](?![\[(])") for word in ("insert", "add", "fill in", "your")),
    ("???", r"(?<![\w?])\?{3,}(?![\w?+])"),
)
_MOJIBAKE = re.compile(
    "[\u00c2\u00c3\u00d0\u00d1][\u0080-\u00bf]|\u00e2(?:\u0080|\u20ac)[\u0080-\u00bf\u2018-\u203a\u0152-\u017e\u02c6\u02dc\u2122]?"
    "|\u00ef\u00bb\u00bf|\u00ef\u00bf\u00bd|\ufffd|\u00e2\u201a\u00ac|\u00f0\u0178\\S{0,2}|\u00e2\u2020\u2019"
)
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u2061-\u2064\u180e\ufff9-\ufffb\U000e0000-\U000e007f"  # X005 has those that come with copied text
_HIDDEN = re.compile(f"[{_BIDI}{_INVISIBLE}]")


@rule("M040", "a mark of a merge conflict", "<<<<<<< HEAD\nLineage records it.", "Lineage records it.")
def merge_mark(guide: Guide) -> Found:
    """Git writes these lines where two changes conflict. Both versions are on the page until you choose one."""
    for page in guide:
        if (
            "<<<<<<<" not in page.source.text
            and ">>>>>>>" not in page.source.text
            and "=======" not in page.source.text
        ):
            continue
        for mark in _CONFLICT.finditer(page.source.text):
            message = f'"{mark[0][:40]}" is left over from a merge; keep one of the two versions and delete the marks'
            yield Finding(page.place(mark.start()), message, len(mark[0]))


@rule("M041", "a note that something is unfinished", "TODO: say why.", "Say why, or delete the note.")
def note_left(guide: Guide) -> Found:
    """Readers expect that a published page is finished, and comments are public too."""
    for page, words in vocabulary(guide):
        text = page.source.unfenced
        alone = (rf"\b{word}\b(?!-)" for word in _WORDS & words)
        notes = "|".join([*alone, *(pattern for sign, pattern in _NOTES if sign in text)])
        for note in re.finditer(notes, text, re.MULTILINE) if notes else ():
            if page.source.text[note.start() - 1 : note.start()] != "`":
                message = f'"{note[0]}" says that something is unfinished; finish it, or open an issue and delete it'
                yield Finding(page.place(note.start()), message, len(note[0]))


@rule("M042", "a broken character", "the model\u00e2\u20ac\u2122s data", "the model's data")
def broken_character(guide: Guide) -> Found:
    """A file that was saved in one encoding and opened in another shows broken characters."""
    for page in guide:
        if page.source.text.isascii():
            continue
        for broken in _MOJIBAKE.finditer(page.source.text):
            message = f'"{broken[0]}" is a character that was read in the wrong encoding; {_repaired(broken[0])}'
            yield Finding(page.place(broken.start()), message, len(broken[0]))


def _repaired(text: str) -> str:
    try:
        whole = text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return "type it again and save the file as UTF-8"
    return f'write "{whole}"'


@rule("M043", "a character that hides or reverses text", "line\u2063age", "lineage")
def invisible_character(guide: Guide) -> Found:
    """An invisible character breaks words for search and links, or reverses the direction of text."""
    for page in guide:
        if page.source.text.isascii():
            continue
        for hidden in _HIDDEN.finditer(page.source.text):
            name = unicodedata.name(hidden[0], f"U+{ord(hidden[0]):04X}").lower()
            message = f"an invisible character is here ({name}); delete it"
            yield Finding(page.place(hidden.start()), message, 1)


def long_pages(guide: Guide) -> Found:
    """A file of this size is an accident: no reader scrolls through it, and the check would take minutes."""
    for page in guide:
        if len(page.source.text) > LONGEST:
            size = f"{len(page.source.text):,} characters"
            message = f"this page has {size} and is not checked; split it into pages of at most {LONGEST:,}"
            yield Finding(page.place(0), message)


def without_long_pages(guide: Guide) -> Guide:
    """The guide as the other rules read it: a page that is too long is empty."""
    long = [page.path for page in guide if len(page.source.text) > LONGEST]
    if not long:
        return guide
    return Guide({**guide.pages, **{path: Page(Source(path, "")) for path in long}}, guide.files, guide.nav)
