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
from ..content.page import Heading, Page
from ..content.workflow import PATH as WORKFLOW
from ..content.workflow import stages
from ..render.fragments import Fragments, as_html
from . import PAGE, drawings
from .elements import break_long_name, insert_after, move_mark_behind, unlink
from .print_pages import page_of

CORRECTIONS = "corrections.md"
_CORRECTION = re.compile(r"C\d+")
_CORRECTED = re.compile(r"<p>(Corrected, \w+ \d{4})</p>")
_PAGE = re.compile("\x02(\\S+) (\\S+)\x03")  # an element without text would be closed at once, as in XML


class SiteFragments(Fragments):
    """Markdown whose links within the site begin with a slash, ``/glossary/lineage.md``; each edition resolves them.

    Pictures are marks, which each edition replaces too.
    """

    def address(self, path: str, id: str = "") -> str:
        return address(path, id)

    def picture(self, name: str) -> str:
        return drawings.mark(name)


@dataclass(frozen=True, slots=True)
class Note:
    """The target of a link outside the edition."""

    href: str
    title: str
    address: str


def address(path: str, id: str = "") -> str:
    """The address of a page or of an id on it, within the site."""
    return f"/{path}#{id}" if id else f"/{path}"


def title_of(page: Page, section: str) -> str:
    """The title of a section on its page; two colons in a row would be hard to read."""
    if not section or section == page.title:
        return page.title
    return f"{section} ({page.title})" if ":" in page.title + section else f"{page.title}: {section}"


@dataclass(frozen=True, slots=True)
class CrossReference:
    """Where another edition has the target of a link: its file name, its name in words, and the id in it."""

    edition: str
    words: str
    id: str


class Links:
    """The links of one edition: `places` are ids in it by address within the site.

    Notes are numbered in order. Address and title make a note, because a page may be cited for several of its parts.
    `cross_references` say by the same addresses which edition has what this one only names; page numbers are known for
    the editions in `named_pages`.
    """

    def __init__(
        self,
        fragments: Fragments,
        guide: Guide,
        places: Mapping[str, str],
        site_url: str = "",
        cross_references: Mapping[str, CrossReference] = {},
        named_pages: frozenset[str] = frozenset(),
    ) -> None:
        self.fragments = fragments
        self.guide = guide
        self.places = places
        self.site_url = site_url
        self.cross_references = cross_references
        self.named_pages = named_pages
        self.notes: dict[Note, int] = {}
        self._mentioned: set[str] = set()
        self._reading = False
        self._stages = frozenset(stage.id for stage in stages(guide))

    def start_item(self, known: Iterable[str] = ()) -> None:
        """Start a new item. Within it, each term's page is given once, and never for `known` ids."""
        self._mentioned = set(known)

    def html(self, markdown: str, path: str) -> str:
        return self._resolved(self.fragments.tree(markdown, path))

    def reading_list(self, markdown: str, path: str) -> str:
        """A list of what to read: of what the readings have in full, the page there, not that of a definition."""
        self._reading = True
        made = self.html(markdown, path)
        self._reading = False
        return made

    def inline(self, markdown: str, path: str) -> str:
        return self._resolved(self.fragments.tree(markdown, path, True))

    def section(self, page: Page, heading: Heading) -> str:
        """The HTML of the text below a heading."""
        start, stop = page.section(heading)
        return self.html(page.source.text[start:stop], page.path)

    def _resolved(self, tree: Element) -> str:
        root = deepcopy(tree)
        for parent in list(root.iter()):
            for link in [child for child in parent if child.tag == "a"]:
                self._resolve(parent, link)
        for cell in (cell for tag in ("td", "th") for cell in root.iter(tag)):
            for code in cell.iter("code"):
                break_long_name(code)
        html = drawings.with_drawings(as_html(root), self.guide)
        html = _CORRECTED.sub(r'<p class="corrected">\1</p>', html)
        return _PAGE.sub(lambda mark: page_of(mark[2], mark[1]), html)

    def _resolve(self, parent: Element, link: Element) -> None:
        """Make a link a page reference, a link to another edition, a numbered note, or plain text."""
        href = link.get("href", "")
        reference = self.cross_references.get(href) if self._reading or not is_glossary(href[1:]) else None
        in_readings = self._reading and reference and reference.edition == "readings"
        place = None if in_readings else self.places.get(href)
        if place:
            self._refer_to(place, link)
            return
        note = self._note(href, "".join(link.itertext()), reference is not None)
        if note is None:
            unlink(link)
            return
        if _CORRECTION.fullmatch(link.text or "") and href.startswith(f"/{CORRECTIONS}#"):
            link.text = f"correction {link.text}"  # otherwise, the number of its note would look like an exponent
        link.set("href", note.href)
        if reference:
            self._name_edition(parent, link, reference)
        else:
            number = Element("sup")
            number.text = str(self.notes.setdefault(note, len(self.notes) + 1))
            insert_after(link, number, parent)

    def _refer_to(self, place: str, link: Element) -> None:
        """Give the page of a place at its first mention in an item."""
        if place in self._mentioned:
            unlink(link)
            return
        self._mentioned.add(place)
        link.set("href", f"#{place}")
        link.set("class", "place")
        move_mark_behind(link)

    def _name_edition(self, parent: Element, link: Element, reference: CrossReference) -> None:
        """Write the edition that has a link's target behind its first mention in an item."""
        mention = f"{reference.edition} {reference.id}"
        if mention in self._mentioned:
            return
        self._mentioned.add(mention)
        move_mark_behind(link)
        page = f"\x02{mention}\x03" if reference.edition in self.named_pages else ""
        name = Element("span", {"class": "elsewhere"})
        name.text = f" [{reference.words}{page}]"
        insert_after(link, name, parent)

    def _note(self, href: str, words: str, known: bool = False) -> Note | None:
        """`None` if the link is to a term, a stage, or the list of handouts, whose name is enough, or has no target.

        `known` means that another edition has it.
        """
        if not href.startswith("/"):
            return Note(href, " ".join(words.split()), href)
        path, _, id = href[1:].partition("#")
        page = self.guide.pages.get(path)
        named = path == PAGE or (path == WORKFLOW and id in self._stages) or (is_glossary(path) and not known)
        if page is None or named:
            return None
        title = next((heading.text for heading in page.headings if heading.id == id), "")
        if id and not title:  # a row of a table, say: its name is enough
            return None
        local = path.removesuffix(".md").removesuffix("index") + ("/" if not path.endswith("index.md") else "")
        local += f"#{id}" if id else ""
        address = urljoin(self.site_url, local) if self.site_url else f"{local} on the site".lstrip()
        return Note(f"../{local}", title_of(page, title), address)

    def site_address(self, path: str) -> str:
        """Where the site has a page, in words."""
        note = self._note(f"/{path}", "")
        return note.address if note else ""

    def notes_html(self) -> str:
        items = (
            f'<li><a href="{escape(note.href)}">{escape(note.title, quote=False)}</a>'
            + (f' <span class="address">{escape(note.address, quote=False)}</span></li>')
            for note in self.notes
        )
        return f'<ol class="notes">{"".join(items)}</ol>'
