"""The ids of an HTML page, and its references to ids of the same page."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from urllib.parse import unquote

LISTS = frozenset(
    [
        "aria-controls",
        "aria-describedby",
        "aria-details",
        "aria-errormessage",
        "aria-flowto",
        "aria-labelledby",
        "aria-owns",
        "headers",
    ]
)  # each value is a list of ids
SINGLE = frozenset(["aria-activedescendant", "for", "form", "list", "popovertarget"])
TOP = ("", "top")  # a link to either goes to the top of the page: HTML, section 7.4.6.4


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.references: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids[value or ""] += 1
            elif name in LISTS:
                self.references += ((tag, name, id) for id in (value or "").split() or [""])
            elif name in SINGLE:
                self.references.append((tag, name, value or ""))
            elif name in ("href", "xlink:href") and (value or "").startswith("#"):
                target = unquote((value or "")[1:])
                if tag not in ("a", "area") or target not in TOP:
                    self.references.append((tag, name, target))


def faults(html: str) -> list[str]:
    """Each id that a page has twice, and each reference to an id that it does not have."""
    page = _Ids()
    page.feed(html)
    page.close()
    twice = [f'id="{id}" is there {count} times' for id, count in page.ids.items() if count > 1 or not id]
    missing = dict.fromkeys(reference for reference in page.references if reference[2] not in page.ids)
    return [*twice, *(f'<{tag} {name}> names "{id}", which is not there' for tag, name, id in missing)]
