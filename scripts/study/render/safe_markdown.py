"""A Markdown extension: only safe elements and links, in a tree of valid XML.

HTML that an author typed stays text. Code is stashed before other processors read it, and restored as it was typed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import ENTITY_RE, HTML_RE, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from ..content.page import BLOCK_FENCE
from ..content.source import FENCED
from .pictures import BLOCK as PICTURE_BLOCK
from .pictures import in_words

SAFE = frozenset(
    {"br", "em", "strong", "code", "a", "p", "hr", "pre", "ul", "ol", "li", "blockquote"}
    | {"table", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "h5", "h6"}
)
"""The elements that are kept; all of them are known to Anki, Moodle, QTI 1.2 and QTI 2.1."""
_KEPT = re.compile("\x02code:(\\d+)\x03")
_SEE = re.compile(r"\b[Ss]ee\s+(also\s+)?$")
_NEXT = re.compile(r",?\s+(and\s+)?")
_TITLE = re.compile(r"(?!C\d+$)[A-Z]")  # a correction's number is no title


class SafeMarkdown(Extension):
    """`target` gives the address of a link; if it is empty, only the words stay.

    `picture` gives the words that take the place of a picture, by its name.
    """

    def __init__(self, target: Callable[[str], str], picture: Callable[[str], str] = in_words) -> None:
        super().__init__()
        self.target = target
        self.picture = picture

    def extendMarkdown(self, md: Markdown) -> None:
        code: list[str] = []
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_Code(md, code, self.picture), "fenced_code", 25)
        md.inlinePatterns.deregister("automail")  # it hides addresses in a way that only HTML undoes
        md.inlinePatterns.register(_Typed(HTML_RE, md), "html", 90)
        md.inlinePatterns.register(_Entity(ENTITY_RE, md), "entity", 80)
        md.treeprocessors.register(_Clean(md, self.target, code), "clean", -10)  # after all, unescape (0) too


class _Code(Preprocessor):
    """Stash fenced code before other preprocessors read it, and drop lines that only open or close a block."""

    def __init__(self, md: Markdown, code: list[str], picture: Callable[[str], str]) -> None:
        super().__init__(md)
        self.code = code
        self.picture = picture

    def run(self, lines: list[str]) -> list[str]:
        self.code.clear()
        text = FENCED.sub(self._put_aside, "\n".join(lines))
        return BLOCK_FENCE.sub(self._title, text).split("\n")

    def _put_aside(self, match: re.Match[str]) -> str:
        indent = match["indent"]
        lines = match["code"].rstrip("\n").split("\n")
        self.code.append("\n".join(line.removeprefix(indent) for line in lines))
        return f"\n\n{indent}\x02code:{len(self.code) - 1}\x03\n\n"

    def _title(self, fence: re.Match[str]) -> str:
        """The text that replaces the first line of a block: its title or, for a picture, what takes its place."""
        words = fence[3] or ""
        return f"\n{self.picture(words) if fence[2] == PICTURE_BLOCK else words}\n"


class _Typed(InlineProcessor):
    """Shows HTML as it was typed, and drops comments, which are for authors only."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        return "" if m[1].startswith("<!--") else m[1], m.start(0), m.end(0)


class _Entity(InlineProcessor):
    """Replaces an entity such as ``&auml;`` by its character, because XML has only five named entities."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        return html.unescape(m[1]), m.start(0), m.end(0)


class _Clean(Treeprocessor):
    """Keeps only safe elements and the attribute ``href``, and restores the stashed code."""

    def __init__(self, md: Markdown, target: Callable[[str], str], code: list[str]) -> None:
        super().__init__(md)
        self.target = target
        self.code = code

    def run(self, root: Element) -> None:
        for code in root.iter("code"):  # escaped for a serializer that is not ours
            code.text = (code.text or "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        self._restore(root)
        for parent in list(root.iter()):
            _quote_titles(parent)
            for child in list(parent):
                if child.tag == "img":
                    child.text = child.get("alt")
                elif child.tag == "a":
                    self._lead(child)
        _keep_safe(root)

    def _restore(self, root: Element) -> None:
        """Code that is a paragraph of its own becomes a block; in any other place, it becomes text."""
        for element in list(root.iter()):
            kept = _KEPT.fullmatch((element.text or "").strip())
            if kept and element.tag == "p":
                element.tag, element.text = "pre", None
                SubElement(element, "code").text = self.code[int(kept[1])]
            else:
                element.text = self._in(element.text)
            element.tail = self._in(element.tail)

    def _in(self, text: str | None) -> str | None:
        return text and _KEPT.sub(lambda match: self.code[int(match[1])], text)

    def _lead(self, link: Element) -> None:
        target = self.target(link.get("href", ""))
        link.attrib = {"href": target} if target else {}
        link.tag = "a" if target else "span"


def _quote_titles(parent: Element) -> None:
    """Quote the title of a page after "See", as in `See "Approval alone triggers nothing."`

    On paper, and where the site's address is unknown, no link sets it off from the sentence.
    """
    before, quoted = parent.text or "", False
    for child in parent:
        quoted = _is_title(child) and bool(_SEE.search(before) or (quoted and _NEXT.fullmatch(before)))
        before = child.tail or ""
        if quoted:
            stop = before[:1] if before.startswith((".", ",")) else ""
            child.text = f'"{child.text or ""}'
            add_text(child, f'{stop}"')
            child.tail = before.removeprefix(stop)


def _is_title(link: Element) -> bool:
    """Whether it is a link that names a page of the site, other than one to a term."""
    inside = link.tag == "a" and not link.get("href", "").startswith(("http", "mailto:", "/"))
    return inside and bool(_TITLE.match("".join(link.itertext())))


def _keep_safe(parent: Element) -> None:
    """Replace unsafe elements by their text and children."""
    children = list(parent)
    parent[:] = []
    for child in children:
        _keep_safe(child)
        if child.tag in SAFE:
            child.attrib = {name: value for name, value in child.attrib.items() if name == "href"}
            parent.append(child)
            continue
        add_text(parent, child.text)
        parent.extend(child)
        add_text(parent, child.tail)


def add_text(parent: Element, text: str | None) -> None:
    """Append text to the content of an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + (text or "")
    else:
        parent.text = (parent.text or "") + (text or "")
