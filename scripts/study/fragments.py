"""Parts of pages outside their page: Markdown as safe HTML and as text, for cards and exports.

What is typed as HTML is shown as it was typed, so that nothing an author writes can run or break in another program.
References and links lead to the site where its address is known, and are their words where it is not. Images are
their words, because the file that carries the text does not carry them.
"""

from __future__ import annotations

import html
import posixpath
import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import ENTITY_RE, HTML_RE, InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from .guide import Guide
from .page import BLOCK_FENCE
from .references import TermReferences
from .source import FENCED

_INLINE = frozenset({"br", "em", "strong", "code", "a"})
_TABLE = frozenset({"table", "thead", "tbody", "tr", "th", "td"})
_BLOCKS = _TABLE | {"p", "hr", "pre", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
SAFE = _INLINE | _BLOCKS
"""The elements that are kept; all of them are known to Anki, Moodle, QTI 1.2 and QTI 2.1."""
_OUTSIDE = frozenset({"http", "https", "mailto"})
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML cannot carry
_KEPT = re.compile("\x02code:(\\d+)\x03")
_SPACE = re.compile(r"[ \t\r\n]+")
_BREAK = "\x1f"


class Fragments:
    """Renders the Markdown of a guide; `site_url` ends with a slash, or is empty where the address is not known."""

    def __init__(self, guide: Guide, site_url: str = "") -> None:
        self.site_url = site_url
        self._path = ""
        self._root = Element("div")
        self._md = Markdown(extensions=["attr_list", "tables", TermReferences(guide.by_name), _Fragment(self)])
        self._md.serializer = self._keep
        self.tree = lru_cache(maxsize=None)(self._tree)

    def address(self, path: str, id: str = "") -> str:
        """Where a page or file stands on the site, or nothing where that is not known."""
        if not self.site_url:
            return ""
        page = posixpath.splitext(path)[0] + "/" if path.endswith(".md") else path
        if posixpath.basename(page.rstrip("/")) == "index" and path.endswith(".md"):
            page = page[: -len("index/")]
        return urljoin(self.site_url, page) + (f"#{id}" if id else "")

    def html(self, markdown: str, path: str = "") -> str:
        return as_html(self.tree(markdown, path))

    def inline(self, markdown: str, path: str = "") -> str:
        """The HTML of one line: nothing in it begins a list, a heading or another block."""
        return as_html(self.tree(markdown, path, True))

    def text(self, markdown: str, path: str = "") -> str:
        return as_text(self.tree(markdown, path))

    def line(self, markdown: str, path: str = "") -> str:
        """The text of one line."""
        return as_text(self.tree(markdown, path, True))

    def _tree(self, markdown: str, path: str = "", inline: bool = False) -> Element:
        """The elements of a fragment of page `path`, below an element without meaning; shared, so not to be changed."""
        self._path = path
        text = _NO_TEXT.sub("\ufffd", markdown)
        if inline:
            self._root = Element("div")
            SubElement(self._root, "p").text = " ".join(text.split())
            for processor in self._md.treeprocessors:
                processor.run(self._root)
            self._md.reset()
            (paragraph,) = self._root
            paragraph.tag = "div"
            return paragraph
        self._md.reset()
        self._root = Element("div")
        self._md.convert(text)
        return self._root

    def _keep(self, root: Element) -> str:
        self._root = root
        return "<div></div>"

    def _target(self, href: str) -> str:
        """The address of a link, or nothing where it leads nowhere from outside the site."""
        try:
            parts = urlsplit(href)
        except ValueError:
            return ""
        if parts.scheme or parts.netloc:
            return href if parts.scheme in _OUTSIDE else ""
        own = posixpath.join("/" + posixpath.dirname(self._path), parts.path) if parts.path else "/" + self._path
        return self.address(posixpath.normpath(own).lstrip("/"), parts.fragment)


class _Fragment(Extension):
    def __init__(self, fragments: Fragments) -> None:
        super().__init__()
        self.fragments = fragments

    def extendMarkdown(self, md: Markdown) -> None:
        code: list[str] = []
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(_Code(md, code), "fenced_code", 25)
        md.inlinePatterns.deregister("automail")  # it hides addresses in a way that only HTML undoes
        md.inlinePatterns.register(_Typed(HTML_RE, md), "html", 90)
        md.inlinePatterns.register(_Entity(ENTITY_RE, md), "entity", 80)
        md.treeprocessors.register(_Clean(md, self.fragments, code), "clean", -10)  # after all, unescape (0) too


class _Code(Preprocessor):
    """Fenced code is put aside before anything else reads it; lines that only open or close a block go."""

    def __init__(self, md: Markdown, code: list[str]) -> None:
        super().__init__(md)
        self.code = code

    def run(self, lines: list[str]) -> list[str]:
        self.code.clear()
        text = FENCED.sub(self._put_aside, "\n".join(lines))
        return BLOCK_FENCE.sub(lambda match: f"\n{match[3] or ''}\n", text).split("\n")

    def _put_aside(self, match: re.Match[str]) -> str:
        indent = match["indent"]
        lines = match["code"].rstrip("\n").split("\n")
        self.code.append("\n".join(line.removeprefix(indent) for line in lines))
        return f"\n{indent}\x02code:{len(self.code) - 1}\x03\n"


class _Typed(InlineProcessor):
    """HTML stays the text it was typed as; a comment is for authors only."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        return "" if m[1].startswith("<!--") else m[1], m.start(0), m.end(0)


class _Entity(InlineProcessor):
    """``&auml;`` is the character itself: XML knows five names only."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        return html.unescape(m[1]), m.start(0), m.end(0)


class _Clean(Treeprocessor):
    """Only safe elements, only the attribute ``href``, and the code that was put aside."""

    def __init__(self, md: Markdown, fragments: Fragments, code: list[str]) -> None:
        super().__init__(md)
        self.fragments = fragments
        self.code = code

    def run(self, root: Element) -> None:
        for code in root.iter("code"):  # escaped for a serializer that is not ours
            code.text = (code.text or "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        self._restore(root)
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == "img":
                    child.text = child.get("alt")
                elif child.tag == "a":
                    self._lead(child)
        _keep_safe(root)

    def _restore(self, root: Element) -> None:
        for element in list(root.iter()):
            for holder, name in [(element, "text"), *((child, "tail") for child in element)]:
                kept = _KEPT.fullmatch((getattr(holder, name) or "").strip())
                if kept and int(kept[1]) < len(self.code):
                    setattr(holder, name, "\n")
                    pre = element if element.tag == "p" and name == "text" and not len(element) else Element("pre")
                    if pre is element:
                        pre.tag = "pre"
                        pre.text = None
                    else:
                        element.insert(0 if name == "text" else [*element].index(holder) + 1, pre)
                    SubElement(pre, "code").text = AtomicString(self.code[int(kept[1])])

    def _lead(self, link: Element) -> None:
        target = self.fragments._target(link.get("href", ""))
        link.attrib = {"href": target} if target else {}
        link.tag = "a" if target else "span"


def _keep_safe(parent: Element) -> None:
    """What is not safe gives way to its text and children."""
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
    """Text after everything that an element holds so far."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + (text or "")
    else:
        parent.text = (parent.text or "") + (text or "")


def as_html(root: Element) -> str:
    """What stands inside an element, as HTML that is well-formed XML too."""
    inner = html.escape(root.text or "", quote=False)
    return (inner + "".join(tostring(child, encoding="unicode", method="xml") for child in root)).strip()


def as_text(root: Element) -> str:
    """What a reader sees: paragraphs apart, a list as lines with marks, a row of a table as a line, code as it is."""
    return _content(root, "\n\n")


def _content(element: Element, between: str) -> str:
    blocks: list[str] = []
    running = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            blocks += [_words(running), _block(child)]
            running = []
        else:
            running.append(_inline(child))
        running.append(child.tail or "")
    return between.join(filter(None, [*blocks, _words(running)]))


def _block(element: Element) -> str:
    if element.tag == "pre":
        return "".join(element.itertext()).strip("\n")
    if element.tag == "table":
        return "\n".join(" | ".join(_content(cell, " ") for cell in row) for row in element.iter("tr"))
    if element.tag in ("ul", "ol"):
        marks = (f"{number}. " if element.tag == "ol" else "- " for number in range(1, len(element) + 1))
        items = zip(marks, element, strict=True)
        return "\n".join(mark + _content(item, "\n").replace("\n", "\n" + " " * len(mark)) for mark, item in items)
    return _content(element, "\n\n")


def _inline(element: Element) -> str:
    if element.tag == "br":
        return _BREAK
    return (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)


def _words(running: list[str]) -> str:
    lines = _SPACE.sub(" ", "".join(running)).split(_BREAK)
    return "\n".join(line.strip(" ") for line in lines).strip("\n")
