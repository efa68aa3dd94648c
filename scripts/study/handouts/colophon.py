"""The colophon of a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from ..content.dates import MONTHS
from ..content.guide import Guide

TITLE = "Study guide"  # of a guide without a home page


@dataclass(frozen=True, slots=True)
class Imprint:
    """The guide's title, the site's address if known, and the commit that it was built from."""

    title: str
    site_url: str
    built: str


def imprint(guide: Guide, site_url: str, time: int, version: str) -> Imprint:
    """`time`, in seconds, is when the guide was last changed; `version` may be empty."""
    home = guide.pages.get("index.md")
    date = datetime.fromtimestamp(time, UTC)
    day = f"{MONTHS[date.month - 1]} {date.day}, {date.year}"
    url = site_url if not site_url or site_url.endswith("/") else site_url + "/"
    return Imprint(home.title if home else TITLE, url, f"{day}, version {version}" if version else day)
