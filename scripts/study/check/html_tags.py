"""The HTML tags that an author types into a page, with their attributes and places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..content.page import Page
from ..content.source import escaped

_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*)
    (?P<attributes>(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(?P<alone>/?)>
    | <(?!https?:|mailto:|ftp:)(?P<odd_end>/?)(?P<odd_name>[a-zA-Z][\w-]*)[^<>@]*>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
_NAMES = (
    "a abbr address article aside audio b bdi bdo blockquote body button canvas caption cite code colgroup data "
    "datalist dd del details dfn dialog div dl dt em fieldset figcaption figure footer form frame frameset h1 h2 "
    "h3 h4 h5 h6 head header hgroup html i iframe ins kbd label legend li main map mark math menu meter nav "
    "noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search "
    "section select slot small span strong style sub summary sup svg table tbody td template textarea tfoot th "
    "thead time title tr u ul var video applet center font marquee path circle rect g line text polyline polygon "
)
_ATTRIBUTES = (
    "accept accesskey action align allowfullscreen alt async autocapitalize autocomplete autofocus autoplay charset "
    "checked cite class cols colspan contenteditable controls coords crossorigin d data datetime decoding default "
    "defer dir dirname disabled download draggable enctype enterkeyhint fill for form formaction formmethod "
    "formnovalidate formtarget headers height hidden high href hreflang id inert inputmode integrity is itemid "
    "itemprop itemref itemscope itemtype kind label lang list loading loop low markdown max maxlength media method "
    "min minlength multiple muted name novalidate open optimum pattern placeholder points popover popovertarget "
    "poster preload r readonly referrerpolicy rel required reversed role rows rowspan rx ry sandbox scope selected "
    "shape size sizes slot span spellcheck src srcdoc srclang srcset start step stroke style summary tabindex target "
    "title transform translate type usemap valign value viewbox width wrap x x1 x2 xmlns y y1 y2 cx cy "
)
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
PREFIXES = ("aria-", "data-", "on", "stroke-", "fill-", "text-", "xml:", "xlink:")  # of attributes with many names
ELEMENTS = VOID | frozenset(_NAMES.split())


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as typed; `attributes` by name in lower case, each with its value and its offset."""

    name: str
    closing: bool
    alone: bool
    attributes: dict[str, tuple[str, int]]
    offset: int
    end: int


def tags(page: Page) -> Iterator[Tag]:
    """The tags of a page outside code and comments, except quiz tags."""
    prose = page.source.prose
    if "<" not in prose:
        return
    for match in _TAG.finditer(prose):
        name = (match["name"] or match["odd_name"]).lower()
        if name == "quiz" or escaped(prose, match.start()):
            continue
        found = _attributes(match) if match["name"] else {}
        closing = bool(match["end"] or match["odd_end"])
        yield Tag(name, closing, bool(match["alone"]), found, match.start(), match.end())


def _attributes(match: re.Match[str]) -> dict[str, tuple[str, int]]:
    start = match.start("attributes")
    return {
        found[1].lower(): (
            next((value for value in found.groups()[1:] if value is not None), ""),
            start + found.start(),
        )
        for found in _ATTRIBUTE.finditer(match["attributes"])
    }
