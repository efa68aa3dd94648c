"""Where the links of a page lead on this site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ...content.inline import Link
from ...content.page import Page


def internal(page: Page) -> Iterator[tuple[Link, str, str]]:
    """Links that stay on the site, with the path below the docs folder and the anchor."""
    for link in page.links:
        try:
            url = urlsplit(link.target)
        except ValueError:
            continue
        if not url.scheme and not url.netloc:
            path = unquote(url.path)
            joined = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
            yield link, joined.lstrip("/"), unquote(url.fragment)
