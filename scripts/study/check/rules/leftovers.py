"""M: marks that stay on the page as typed: of emphasis, code, attribute lists, and other kinds of Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...content.guide import Guide
from ...content.page import Page
from ..leftovers import attributes, emphasis, leftovers
from .registry import Finding, Found, rule

_WORD = re.compile(r"#[\w:.-]*\w$|\.-?[A-Za-z_][\w-]*$|[A-Za-z][\w:-]*=(?:\"[^\"]*\"|'[^']*'|[^\s\"'=]+)$|markdown$")
_WORDS = re.compile(r"""[^\s"'=]+=(?:"[^"]*"|'[^']*')|\S+""")
_NEAR_LIST = re.compile(r"\{(?:[ \t]*[:.#]|[ \t]*[\w-]+=|[ \t]*\w+[ \t]*\}?[ \t]*$)[^{}\n]*\}?", re.MULTILINE)
_NEAR_ID = re.compile(r"[(\[<]?[ \t]*(?P<id>#[\w-]+)[ \t]*[)\]>]?\}?$|[(\[][ \t]*\.[\w-]+[ \t]*[)\]]$")
_ENTITY = re.compile(
    r"&(?:nbsp|lt|gt|amp|quot|apos|mdash|ndash|hellip|copy|rarr|larr|times|#\d+)(?![\w;])|&(?!\w*;)#?\w+;|&[a-z]+;"
)
_NAMES = "nbsp lt gt amp quot apos mdash ndash hellip copy rarr larr times minus le ge ne euro deg thinsp shy middot "
_ENTITIES = frozenset(_NAMES.split())


@rule("M030", "emphasis that is not closed", "**Goal: one row a customer", "**Goal:** one row a customer")
def lone_emphasis(guide: Guide) -> Found:
    """Readers see a star or underscore that has no partner in its paragraph."""
    for path, text in leftovers(guide).items():
        page, last = guide.pages[path], 0
        for offset, mark in emphasis(text):
            if page.place(offset).line == last:
                continue
            last = page.place(offset).line
            shown = _around(page, offset)
            message = f'the "{mark}" of "{shown}" has no partner; write {mark} right before and right after the words'
            yield Finding(page.place(offset), message, len(mark))


@rule("M031", "code that is not closed", "The file `train.csv is input.", "The file `train.csv` is input.")
def lone_backtick(guide: Guide) -> Found:
    """Readers see a backtick that has no partner in its paragraph."""
    for path, text in leftovers(guide).items():
        page = guide.pages[path]
        for tick in re.finditer("(?<!`)`{1,2}(?!`)", text) if "`" in text else ():
            start = _odd_tick(page, tick.start())
            message = (
                f'the "{tick[0]}" of "{_around(page, start)}" has no partner; write {tick[0]} before and after the code'
            )
            yield Finding(page.place(start), message, len(tick[0]))


def _odd_tick(page: Page, offset: int) -> int:
    """The place of the missing backtick: where code in the same paragraph begins or ends with a space."""
    text = page.source.text
    start = text.rfind("\n\n", 0, offset) + 1
    for code in re.finditer(r"(?<!`)`(?!`)([^`]*)`(?!`)", text[start:offset]):
        if code[1] != code[1].strip() or "\n" in code[1]:
            return start + code.start()
    return offset


@rule("M032", "an attribute list in the wrong place", "### Lineage { #lineage", "### Lineage { #lineage }")
def near_attributes(guide: Guide) -> Found:
    """An attribute list ends a heading or cell, or follows a link or emphasis without a space. Elsewhere it is text."""
    for path, text in leftovers(guide).items():
        page = guide.pages[path]
        for near in _NEAR_LIST.finditer(text):
            typed = page.source.text[near.start() : near.end()].rstrip()
            if (
                near[0].startswith(("{:", "{ :")) and page.source.text[near.start() - 1 : near.start()] == ")"
            ) or "}" not in near[0]:
                fix = "close it with }"
            else:
                fix = "put it right after a link or emphasis, or after a space at the end of a heading"
            yield Finding(page.place(near.start()), f'"{typed}" is shown as text; {fix}', len(typed))
        yield from _near_ids(page)


def _near_ids(page: Page) -> Found:
    """Text that looks like the id of a heading, but has other brackets or none."""
    for heading in page.headings:
        near = _NEAR_ID.search(heading.text)
        if near and near.start() and not heading.explicit and "{" not in heading.text:
            fix = f"{{ {near['id'] or '.class'} }}"
            yield Finding(
                page.place(heading.offset), f'"{near[0].strip()}" is part of the heading\'s text; write {fix}', 1
            )


@rule("M033", "an unknown word in an attribute list", "### Lineage { lineage }", "### Lineage { #lineage }")
def bad_attribute(guide: Guide) -> Found:
    """An attribute list has "#id", ".class", and "name=value". Markdown ignores any other word."""
    for page in guide:
        for found in attributes(page):
            for word in _WORDS.finditer(found["words"]):
                if not _WORD.match(word[0]):
                    offset = found.start("words") + word.start()
                    right = re.sub(r"[^\w-]", "", word[0]) or "id"
                    message = f'"{word[0]}" is neither "#id", ".class" nor "name=value"; write "#{right}" for an id'
                    yield Finding(page.place(offset), message, len(word[0]))


@rule("M035", "an unknown or unfinished entity", "Data &amp models", "Data &amp; models")
def near_entity(guide: Guide) -> Found:
    """Browsers show an entity as typed if its semicolon is missing or its name is unknown."""
    for path, text in leftovers(guide).items():
        page = guide.pages[path]
        for near in _ENTITY.finditer(text) if "&" in text else ():
            name = near[0].strip("&;")
            if near[0].endswith(";") and (name in _ENTITIES or name.startswith("#")):
                continue
            fix = f'write "&{name};"' if not near[0].endswith(";") else "write the character itself"
            yield Finding(page.place(near.start()), f'"{near[0]}" is not an entity; {fix}', len(near[0]))


@dataclass(frozen=True, slots=True)
class Dialect:
    """A construct of another Markdown: what it is called, how it is recognized, and what to write here."""

    name: str
    keys: tuple[str, ...]  # one of them is in every text that the pattern finds: quick to look for
    pattern: str
    fix: str


def _dialect(name: str, keys: str, pattern: str, fix: str) -> Dialect:
    return Dialect(name, tuple(keys.split(" ")), pattern, fix)


_PLAIN = "write plain text"
DIALECTS = (
    _dialect(
        "an admonition",
        "!!! ???",
        r"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]*\w[^\n]*",
        "write /// correction | Title, or plain text",
    ),
    _dialect("a fenced block", "::", r"^[ \t]*:{2,}[ \t]*(?:\{?[\w-]+[^\n]*)?$", "write /// name, and /// below it"),
    _dialect("a tab", "===", r"^[ \t]*={3}[+!]?[ \t]+[\"'\u201c][^\n]*", "write a heading"),
    _dialect("a footnote", "[^", r"\[\^[^\]\n]*\]:?", "write the note in the text"),
    _dialect("an inline note", "^[", r"(?<!\w)\^\[[^\]\n]*\]", "write the note in the text"),
    _dialect("an abbreviation", "*[", r"^\*\[[^\]\n]+\]:[^\n]*", "explain it where it is used"),
    _dialect("a definition list", "\n:", r"(?<=\S\n):[ \t]+\S[^\n]*", 'write "- **Word**: meaning"'),
    _dialect(
        "an included file",
        "8< <<< @i",
        r"^[ \t]*;?-{1,3}8<-{1,3}[^\n]*|^[ \t]*<<<[^\n<]*|^[ \t]*@(?:include|import)\b[^\n]*",
        "write its text here",
    ),
    _dialect("an alert", "[!", r"^[ \t]*>?[ \t]*\\?\[!\w+\][^\n]*", "write /// correction | Title, or plain text"),
    _dialect(
        "a template",
        "{{ {% {# ${ <%",
        r"\{\{[^{}\n]*\}\}|\{%[^\n]*?%\}|\{#[^\n]*?#\}|\$\{[^{}\n]*\}|<%[^\n]*?%>",
        "write the text itself",
    ),
    _dialect("tracked changes", "{+ {- {~ {= {>", r"\{(?:\+\+|--|~~|==|>>).*?(?:\+\+|--|~~|==|<<)\}", _PLAIN),
    _dialect(
        "highlighted text",
        "== ::",
        r"(?<![=\w])==(?=[^\s=])[^=\n]+==(?!=)|(?<!\w)::[^:\s][^:\n]*::(?!\w)",
        "write **bold** text",
    ),
    _dialect("struck text", "~~", r"~~(?=\S)[^~\n]+~~", "delete the words"),
    _dialect(
        "raised or lowered text", "^ ~", r"(?<!\w)\^\^[^\n^]+\^\^|(?<=\w)\^[^\s^]+\^|(?<=\w)~[^\s~]+~(?!~)", _PLAIN
    ),
    _dialect("a key combination", "++ [[", r"\+\+[\w+-]+\+\+|\[\[(?:Ctrl|Alt|Shift)\b[^\]\n]*\]\]", "write **Ctrl+C**"),
    _dialect(
        "a formula",
        "$ \\begin",
        r"\$\$[^$]*(?:\$\$)?|(?<![\w$\\])\$(?=[^\s\d$])[^$\n]*?[^\s$]\$(?![\w$])|\\begin\{\w+\}",
        "write it as `code` or in words",
    ),
    _dialect("an emoji or role", ":", r":[a-z](?<![\w:/]:[a-z])[a-z0-9_+-]*:(?![\w:])", "write the word"),
    _dialect(
        "a comment", "%% // {::", r"%%[^%\n]*(?:%%)?|^[ \t]*//[ \t][^\n]*|^\{::comment\}", "write <!-- comment -->"
    ),
    _dialect(
        "a directive",
        ".. @ \\",
        r"^[ \t]*\.\.[ \t]+[\w-]+(?:::|:)[^\n]*|^[ \t]*@\w+\{[^\n]*|^[ \t]*\\(?:newpage|section|textbf|item)\b",
        _PLAIN,
    ),
    _dialect(
        "a table of contents",
        "toc TOC",
        r"^[ \t]*\[\[_?toc_?\]\]|^[ \t]*\{:[ \t]*toc[ \t]*\}|^\[toc\]$|^@\[toc\]",
        "delete it, the page has one",
    ),
    _dialect(
        "a wiki heading", "== \nh", r"^={2,6}[ \t]*[^=\n]+?[ \t]*={2,6}[ \t]*$|^h[1-6]\.[ \t][^\n]+", "write ## Heading"
    ),
    _dialect("a spoiler", "|| >!", r"\|\|[^|\s][^|\n]*\|\||>![^\n]+?!<", "write /// answer, or plain text"),
)
_FENCES = re.compile(
    r"^[ \t]*(?:`{3,}|~{3,})[ \t]*(?P<name>\{?\.?(?:mermaid|plantuml|puml|uml|dot|graphviz|math|katex|latex|d2|"
    r"note|tip|warning|admonition|quiz)\b\}?|\{[a-z-]+\})",
    re.MULTILINE | re.IGNORECASE,
)


@rule("M034", "syntax of another Markdown", "!!! note\n    Look here.", "/// correction | Title\nLook here.\n///")
def other_dialect(guide: Guide) -> Found:
    """This site's Markdown does not support it, so readers see its marks as typed."""
    for path, text in leftovers(guide).items():
        page = guide.pages[path]
        taken: list[tuple[int, int]] = []
        signs = frozenset(text)
        for dialect in DIALECTS:
            near = any(signs.issuperset(key) and key in text for key in dialect.keys)
            for found in re.finditer(dialect.pattern, text, re.MULTILINE) if near else ():
                if not any(start < found.end() and found.start() < end for start, end in taken):
                    taken.append(found.span())
                    yield _foreign(page, found.start(), found.end(), dialect)
        for start, _ in page.source.fences:
            if fence := _FENCES.match(page.source.text, start):
                message = (
                    f'"{fence["name"]}" draws nothing on this site: readers see its text as code; describe it in words'
                )
                yield Finding(page.place(fence.start("name")), message, len(fence["name"]))


def _foreign(page: Page, start: int, end: int, dialect: Dialect) -> Finding:
    typed = page.source.text[start:end]
    start, typed = start + len(typed) - len(typed.lstrip()), typed.strip()
    shown = typed.split("\n")[0]
    shown = shown if len(shown) <= 40 else f"{shown[:39].rstrip()}…"
    message = f'"{shown}" is {dialect.name} in another kind of Markdown, and is shown as typed here; {dialect.fix}'
    return Finding(page.place(start), message, len(typed.split("\n")[0]))


def _around(page: Page, offset: int) -> str:
    """The words around a mark, for a message."""
    place = page.place(offset)
    line = page.source.lines[place.line - 1]
    start = max(place.column - 1 - 12, 0)
    return line[start : place.column - 1 + 20].strip()
