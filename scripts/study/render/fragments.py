"""Parts of pages outside their page: Markdown as safe HTML and as text, for cards and exports.

HTML that an author typed is shown as text, so that it cannot run or break another program. References and links lead
to the site if its address is known; otherwise, only their words stay. Images become their alternative text, because
the file with the text does not contain them.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Hashable
from functools import lru_cache
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from markdown import Markdown

from ..content.guide import Guide
from .pictures import in_words
from .plain_text import as_text
from .safe_markdown import SafeMarkdown
from .term_links import TermReferences

_OUTSIDE = frozenset({"http", "https", "mailto"})
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # characters that XML does not allow


def carried(text: str) -> str:
    """A text without the characters that XML does not allow."""
    return _NO_TEXT.sub("\ufffd", text)


class Fragments:
    """Renders the Markdown of a guide; `site_url` is empty if the address is not known.

    `in_folder`: links lead to files rather than folders, as in the copy for a folder.
    """

    def __init__(self, guide: Guide, site_url: str = "", in_folder: bool = False) -> None:
        self.in_folder = in_folder
        self.site_url = site_url if not site_url or site_url.endswith("/") else f"{site_url}/"
        self._path = ""
        self._root = Element("div")
        self._md = Markdown(
            extensions=["attr_list", "tables", TermReferences(guide.by_name), SafeMarkdown(self._target, self.picture)]
        )
        self._md.serializer = self._keep
        links = frozenset((label, term.path) for label, term in guide.by_name.items())
        self._rendered = _rendered_with(type(self).__qualname__, self.site_url, in_folder, links)

    def address(self, path: str, id: str = "") -> str:
        """The address of a page or file on the site; empty if it is not known."""
        if not self.site_url:
            return ""
        if self.in_folder and path.endswith(".md"):
            path = posixpath.splitext(path)[0] + ".html"
        page = posixpath.splitext(path)[0] + "/" if path.endswith(".md") else path
        if posixpath.basename(page.rstrip("/")) == "index" and path.endswith(".md"):
            page = page[: -len("index/")]
        return urljoin(self.site_url, page) + (f"#{id}" if id else "")

    def picture(self, name: str) -> str:
        """The text that takes the place of a picture."""
        return in_words(name)

    def html(self, markdown: str, path: str = "") -> str:
        return as_html(self.tree(markdown, path))

    def inline(self, markdown: str, path: str = "") -> str:
        """The HTML of one line, without lists, headings, or other blocks."""
        return as_html(self.tree(markdown, path, True))

    def text(self, markdown: str, path: str = "") -> str:
        return as_text(self.tree(markdown, path))

    def line(self, markdown: str, path: str = "") -> str:
        """The text of one line."""
        return as_text(self.tree(markdown, path, True))

    def tree(self, markdown: str, path: str = "", inline: bool = False) -> Element:
        """The elements of a fragment of page `path`, below an arbitrary root. They are cached: do not change them."""
        key = markdown, path, inline
        if key not in self._rendered:
            self._rendered[key] = self._tree(*key)
        return self._rendered[key]

    def _tree(self, markdown: str, path: str, inline: bool) -> Element:
        self._path = path
        text = carried(markdown)
        if inline:
            root = Element("div")
            paragraph = SubElement(root, "p")
            paragraph.text = " ".join(text.split())
            for processor in self._md.treeprocessors:
                processor.run(root)
            self._md.reset()
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
        """The address of a link; empty if it does not work outside the site."""
        try:
            parts = urlsplit(href)
        except ValueError:
            return ""
        if parts.scheme or parts.netloc:
            return href if parts.scheme in _OUTSIDE else ""
        own = posixpath.join("/" + posixpath.dirname(self._path), parts.path) if parts.path else "/" + self._path
        return self.address(posixpath.normpath(own).lstrip("/"), parts.fragment)


@lru_cache(maxsize=8)
def _rendered_with(*links: Hashable) -> dict[tuple[str, str, bool], Element]:
    """The cache of fragments rendered with the same links, which serving keeps from build to build."""
    return {}


def as_html(root: Element) -> str:
    """The content of an element, as HTML that is well-formed XML too."""
    inner = html.escape(root.text or "", quote=False)
    return (inner + "".join(tostring(child, encoding="unicode", method="xml") for child in root)).strip()
