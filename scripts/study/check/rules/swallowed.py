"""M, B, Q: opening marks without a closing one, and closing marks without an opening one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from ...content.guide import Guide
from ...content.page import BLOCK_FENCE, Page
from ...content.source import escaped
from .registry import Finding, Found, rule

_FENCE = re.compile(r"^[ \t>]*(?P<mark>`{3,}|~{3,}|``(?=\w*$)|'''|\u00b4{3}|\u2018{3})(?P<rest>[^\n]*)$", re.MULTILINE)
_OPENING = re.compile(r"^[ \t]*(?P<mark>`{3,}|~{3,})[ \t]*[\w{.]", re.MULTILINE)
_NEAR_COMMENT = re.compile(r"<!-(?!-)|<!(?=[ \t])|<--+(?=[ \t\w])|--+[ \t]*>|--!>")
_BLOCK = re.compile(r"^[ \t]*/{2,}[ \t]*(?:[\w-]+[^\n]*)?$", re.MULTILINE)
_RULE = re.compile(r"\s*(?:-{2,}|\+{3,}|\u2014+|;{3,})[ \t]*$")
_SETTING = re.compile(r"[\w-]+:(?:[ \t]|$)")
_SETTINGS = re.compile(r"(?:[\w-]+:(?:[ \t].*)?|[ ]+\S.*|-[ ].*|#.*|)$")
_TAG = re.compile(r"(?:<|&lt;)[ \t]*[/\\]?[ \t]*(?P<name>\w+)[^<>\n]*(?:>|&gt;)?")
_ONLY_QUIZ = re.compile(
    r"^[ \t]*(?!</?quiz>[ \t]*$)(?:[<\[{%/\\][^\w\n]*quiz[^\w\n]*|quiz[ \t]*[>\]}])$", re.IGNORECASE | re.MULTILINE
)


@rule("M007", "a fence that is not closed", "```python\nprint(1)", "```python\nprint(1)\n```")
def unclosed_fence(guide: Guide) -> Found:
    """A fence without an end is shown as typed, or turns all text up to the next fence into code."""
    for page in guide:
        for fence in _FENCE.finditer(page.source.uncommented):
            mark = fence["mark"]
            if "`" in fence["rest"]:
                continue
            start = fence.start("mark")
            if mark[:3] not in ("```", "~~~"):
                message = f'"{mark}{fence["rest"]}" does not begin code; write ``` above the code and below it'
            else:
                message = (
                    f'this "{mark}{fence["rest"]}" has no other end; write {mark} on a line of its own below the code'
                )
            yield Finding(page.place(start), message, fence.end() - start)
        for start, end in page.source.fences:
            yield from _fence_inside(page, start, end)


def _fence_inside(page: Page, start: int, end: int) -> Found:
    """A fence that begins inside another of its kind, which was meant to end above it."""
    text = page.source.text
    first = _OPENING.match(text, start)
    inside = _OPENING.search(text, text.find("\n", start), end)
    if first and inside and inside["mark"] == first["mark"]:
        line = page.place(inside.start()).line
        message = (
            f'this "{first["mark"]}" has no end above the one on line {line}; write {first["mark"]} below its code'
        )
        yield Finding(page.place(first.start("mark")), message, len(first["mark"]))


@rule("M008", "a comment that is not closed", "<!-- Look again\n\n## Goal", "<!-- Look again -->\n\n## Goal")
def unclosed_comment(guide: Guide) -> Found:
    """Only "-->" ends a comment. Without it, readers see the comment, or it hides the text up to the next one."""
    for page in guide:
        if "<!" not in page.source.text and "--" not in page.source.text:
            continue
        for start, end in page.source.comments:
            if (second := page.source.text.find("<!--", start + 4, end)) >= 0:
                line = page.place(second).line
                message = f"this comment is not closed before the next one begins on line {line}; write --> at its end"
                yield Finding(page.place(start), message, 4)
        for mark in re.finditer("<!--", page.source.prose):
            yield Finding(page.place(mark.start()), 'this "<!--" is never closed; write --> at its end', 4)
        for near in _NEAR_COMMENT.finditer(page.source.prose):
            message = f'"{near[0]}" neither begins nor ends a comment; write <!-- before it and --> after it'
            yield Finding(page.place(near.start()), message, len(near[0]))


@rule("M009", "front matter that MkDocs does not read", "hide: [toc]\n---", "---\nhide: [toc]\n---")
def broken_front_matter(guide: Guide) -> Found:
    """MkDocs reads settings between two lines of "---" at the top of a file. Elsewhere, they appear on the page."""
    for page in guide:
        lines = page.source.lines
        first = next((index for index, line in enumerate(lines) if line.strip()), 0)
        message = _front_matter(page, lines[first:], first)
        if message:
            yield Finding(page.place(page.source.offset(first + 1)), message, max(len(lines[first]), 1))


def _front_matter(page: Page, lines: list[str], above: int) -> str:
    head = page.source.text[: len(page.source.text) - len(page.source.body.lstrip())] if not above else ""
    if lines[0].rstrip() == "---" and head.count("---") > 1:
        wrong = next(
            (line for line in head.split("\n")[1:] if not _SETTINGS.match(line) and line.rstrip() != "---"), None
        )
        if wrong is None and not re.search(r"\n[ \t]*\n", head.rstrip()):
            return ""
        shown = f'"{wrong.strip()}" is not a setting' if wrong else "a blank line is in it"
        return f'this front matter is not read: {shown}; write "key: value" lines, then --- on a line of its own'
    if _RULE.match(lines[0]) and any(map(_SETTING.match, lines[1:3])):
        return 'this front matter is not read; begin the page with "---", then "key: value" lines, then "---"'
    if _SETTING.match(lines[0]) and any(line.rstrip() in ("---", "...") for line in lines[1:6]):
        return f'"{lines[0].strip()}" is shown to the reader; write "---" above the front matter'
    return ""


@rule("B003", "a line of slashes without a block", "///\n\nText.", "/// answer\nBecause.\n///")
def stray_block_fence(guide: Guide) -> Found:
    """Readers see slashes that neither open nor close a block."""
    for page in guide:
        used = {block.offset for block in page.blocks} | {block.stop for block in page.blocks if block.closed}
        for line in _BLOCK.finditer(page.source.prose):
            if line.start() in used or page.source.text[line.start() - 1 : line.start()] not in ("", "\n"):
                continue
            words = line[0].strip()
            known = BLOCK_FENCE.match(page.source.prose, line.start())
            if known and known[2]:
                continue
            fix = 'write "/// name", then "///" below' if words.strip("/ ") else "no block is open here; delete it"
            yield Finding(
                page.place(line.end() - len(line[0].lstrip())), f'"{words}" is shown as text; {fix}', len(words)
            )


@rule("Q021", "a mistyped quiz tag", "<Quiz>\nWhy?\n</quiz>", "<quiz>\nWhy?\n</quiz>")
def near_quiz_tag(guide: Guide) -> Found:
    """mkdocs-quiz reads only "<quiz>" and "</quiz>": in lower case, without spaces or attributes."""
    for page in guide:
        for start, typed in near_quiz_tags(page):
            right = "</quiz>" if "/" in typed or "\\" in typed else "<quiz>"
            yield Finding(page.place(start), f'"{typed}" is not a quiz tag; write {right}', len(typed))


@lru_cache(maxsize=4096)
def near_quiz_tags(page: Page) -> tuple[tuple[int, str], ...]:
    """The mistyped quiz tags: the offset and the text of each."""
    prose = page.source.prose
    folded = prose.lower()
    if "qu" not in folded:
        return ()
    found: dict[int, str] = {}
    for tag in _TAG.finditer(prose) if "<" in prose or "&lt;" in prose else ():
        if tag[0] in ("<quiz>", "</quiz>") or escaped(prose, tag.start()):
            continue
        if SequenceMatcher(None, tag["name"].lower(), "quiz").ratio() >= 0.75:
            found[tag.start()] = tag[0].rstrip()
    for line in _ONLY_QUIZ.finditer(prose) if "quiz" in folded else ():
        start = line.end() - len(line[0].lstrip())
        if start not in found:
            found[start] = line[0].strip()
    return tuple(sorted(found.items()))


@rule("Q035", "a quiz in a comment", "<!--\n<quiz>\nWhy?\n</quiz>\n-->", "(the question is deleted)")
def quiz_in_comment(guide: Guide) -> Found:
    """mkdocs-quiz ignores comments: it shows the question, and the comment ends inside it."""
    for page in guide:
        for start, end in page.source.comments:
            if any(start < quiz.offset < end for quiz in page.quizzes):
                message = "the page shows the question in this comment; delete it"
                yield Finding(page.place(start), message, 4)
