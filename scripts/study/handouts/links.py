"""Links on paper: a term becomes a page reference, a link outside the edition a numbered note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from html import escape
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from ..content.glossary import is_glossary
from ..content.guide import Guide
from ..render.fragments import Fragments, as_html

CORRECTIONS = "corrections.md"
_CORRECTION = re.compile(r"C\d+")


class SiteFragments(Fragments):
    """Markdown whose links within the site begin with a slash, ``/glossary/lineage.md``; each edition resolves them."""

    def address(self, path: str, id: str = "") -> str:
        return f"/{path}" + (f"#{id}" if id else "")


@dataclass(frozen=True, slots=True)
class Note:
    """The target of a link outside the edition."""

    href: str
    title: str
    address: str


class Links:
    """The links of one edition: `places` are ids in it by address within the site. Notes are numbered in order.

    `elsewhere` names, by the same addresses, the edition that has the content that this one only mentions.
    """

    def __init__(
        self,
        fragments: Fragments,
        guide: Guide,
        places: Mapping[str, str],
        site_url: str = "",
        elsewhere: Mapping[str, str] = {},
    ) -> None:
        self.fragments = fragments
        self.guide = guide
        self.places = places
        self.site_url = site_url
        self.elsewhere = elsewhere
        self.notes: dict[str, Note] = {}
        self._told: set[str] = set()

    def item(self, known: Iterable[str] = ()) -> None:
        """Start a new item. Within it, each term's page is given once, and never for `known` ids."""
        self._told = set(known)

    def html(self, markdown: str, path: str) -> str:
        return self._led(self.fragments.tree(markdown, path))

    def inline(self, markdown: str, path: str) -> str:
        return self._led(self.fragments.tree(markdown, path, True))

    def _led(self, tree: Element) -> str:
        root = deepcopy(tree)
        for parent in list(root.iter()):
            for link in [child for child in parent if child.tag == "a"]:
                self._lead(parent, link)
        return as_html(root)

    def _lead(self, parent: Element, link: Element) -> None:
        href = link.get("href", "")
        inside = self.places.get(href)
        note = None if inside else self._note(href, "".join(link.itertext()))
        if note and _CORRECTION.fullmatch(link.text or "") and href.startswith(f"/{CORRECTIONS}#"):
            link.text = f"correction {link.text}"  # otherwise, the number of its note would look like an exponent
        if inside and inside not in self._told:
            link.set("href", f"#{inside}")
            link.set("class", "place")
            self._told.add(inside)
            return
        if note is None:
            link.tag = "span"
            link.attrib.clear()
            return
        link.set("href", note.href)
        self.notes.setdefault(note.href, note)
        number = list(self.notes).index(note.href) + 1
        mark = Element("sup")
        mark.text = str(number)
        link.tail, mark.tail = None, link.tail
        parent.insert(list(parent).index(link) + 1, mark)

    def _note(self, href: str, words: str) -> Note | None:
        """`None` if the link is to a term, whose name is enough, or has no target."""
        if not href.startswith("/"):
            return Note(href, " ".join(words.split()), href)
        path, _, id = href[1:].partition("#")
        page = self.guide.pages.get(path)
        if page is None or is_glossary(path):
            return None
        title = next((heading.text for heading in page.headings if heading.id == id), "")
        if id and not title:  # a row of a table, say: its name is enough
            return None
        there = f"{page.title}: {title}" if title and title != page.title else page.title
        local = path.removesuffix(".md").removesuffix("index") + ("/" if not path.endswith("index.md") else "")
        local += f"#{id}" if id else ""
        address = urljoin(self.site_url, local) if self.site_url else ""
        printed = self.elsewhere.get(href, "")
        return Note(
            f"../{local}", there, "; ".join(filter(None, (printed, address))) or f"{local} on the site".lstrip()
        )

    def notes_html(self) -> str:
        items = (
            f'<li><a href="{escape(note.href)}">{escape(note.title, quote=False)}</a>'
            + (f' <span class="address">{escape(note.address, quote=False)}</span></li>')
            for note in self.notes.values()
        )
        return f'<ol class="notes">{"".join(items)}</ol>'
