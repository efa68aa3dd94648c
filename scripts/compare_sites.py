"""Compare two builds of the same pages: the text, links, ids, quizzes, and term cards of each page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

ASPECTS = ("text", "links", "ids", "quizzes", "cards")
_UNSEEN = ("script", "style", "svg", "template", "title")
_CARD = "definition-"
_NAMED = 3  # parts of a difference that are named
_SWITCH = "__"  # the first characters of the ids of a theme's hidden switches, such as the one of the drawer


@dataclass
class Shown:
    """The content of a page: for each aspect, its parts and how often each occurs."""

    text: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    ids: Counter[str] = field(default_factory=Counter)
    quizzes: Counter[str] = field(default_factory=Counter)
    cards: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Difference:
    """Parts of a page that only one of two builds has. An empty `aspect` means that the page is missing."""

    page: str
    aspect: str = ""
    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def line(self) -> str:
        if not self.aspect:
            return f"{self.page}: missing"
        parts = [f"{name} {_listed(values)}" for name, values in (("lost", self.lost), ("added", self.added)) if values]
        return f"{self.page}: {self.aspect}: {'; '.join(parts)}"


def _listed(values: tuple[str, ...]) -> str:
    quoted = ", ".join(f'"{value[:60]}"' for value in values[:_NAMED])
    return f"{quoted} and {len(values) - _NAMED} more" if len(values) > _NAMED else quoted


def shown(html: str, within: str = "body") -> Shown:
    """The content of an element of a page. `article` is without the header, navigation, and footer."""
    parser = _Reader(within)
    parser.feed(html)
    parser.close()
    return parser.shown


def pages(site: Path) -> Iterator[str]:
    """The addresses of a site's pages, without those of handouts and exports."""
    for path in sorted(site.rglob("index.html")):
        yield path.parent.relative_to(site).as_posix()


def differences(ordinary: Mapping[str, Shown], other: Mapping[str, Shown]) -> Iterator[Difference]:
    """The differences between each page of the ordinary build and the same page of the other."""
    for page, here in ordinary.items():
        if page not in other:
            yield Difference(page)
            continue
        for aspect in ASPECTS:
            own, its = getattr(here, aspect), getattr(other[page], aspect)
            if own != its:
                yield Difference(page, aspect, tuple((own - its).elements()), tuple((its - own).elements()))


class _Reader(HTMLParser):
    """Reads the visible text and the attributes of an element."""

    def __init__(self, within: str) -> None:
        super().__init__()
        self.shown = Shown()
        self._within = within
        self._is_inside = False
        self._skipped = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_inside |= tag == self._within
        if not self._is_inside or self._skipped:
            return
        if tag in _UNSEEN:
            self._skipped = tag
            return
        told = {name: value or "" for name, value in attrs}
        if "href" in told:
            self.shown.links[told["href"]] += 1
        if (id := told.get("id", "")) and not id.startswith(_SWITCH):
            kind = self.shown.cards if id.startswith(_CARD) else self.shown.ids
            kind[id] += 1
        if "quiz" in told.get("class", "").split():
            self.shown.quizzes[id] += 1

    def handle_endtag(self, tag: str) -> None:
        self._is_inside &= tag != self._within
        if tag == self._skipped:
            self._skipped = ""

    def handle_data(self, data: str) -> None:
        if self._is_inside and not self._skipped and (words := " ".join(data.split())):
            self.shown.text[words] += 1
