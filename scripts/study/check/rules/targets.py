"""The targets of a page's links on this site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from ...content.inline import Link
from ...content.page import Page


@lru_cache(maxsize=4096)  # several rules ask about one page
def internal(page: Page) -> tuple[tuple[Link, str, str], ...]:
    """Links that stay on the site, with the path below the docs folder and the anchor."""
    return tuple(_internal(page))


def _internal(page: Page) -> Iterator[tuple[Link, str, str]]:
    for link in page.links:
        try:
            url = urlsplit(link.target)
        except ValueError:  # such as an unclosed "[" in the host: MkDocs leaves it alone, and so do we
            continue
        if not url.scheme and not url.netloc:
            path = unquote(url.path)
            joined = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
            yield link, joined.lstrip("/"), unquote(url.fragment)
