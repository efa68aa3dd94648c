"""A Content-Security-Policy for each page: it allows scripts and styles in this site's files, and inline ones by hash.

A browser then runs no script that something has added to a page after the build. The policy in a page has no
`frame-ancestors`, which browsers read only in a header.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser

_DATA = ("application/json", "application/ld+json")  # types of script elements that a browser does not run


@dataclass(frozen=True)
class Inline:
    """The scripts and styles that a page contains, as sources of a policy: ``'sha256-...'``."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()

    def __or__(self, other: Inline) -> Inline:
        return Inline(self.scripts | other.scripts, self.styles | other.styles)


class Policies:
    """Gives each page its policy, and collects all of them for the header that a server can send."""

    def __init__(self) -> None:
        self._all = Inline()

    def protected(self, html: str) -> str:
        """The page with its policy below its `meta charset`; a page without one does not change."""
        before, declared, rest = html.partition("<meta charset=")
        inline = _inline(html)
        self._all |= inline
        ending, end, after = rest.partition(">")
        return f"{before}{declared}{ending}{end}{_as_meta(inline)}{after}" if declared else html

    def protected_pages(self, files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
        """Files by their paths, with a policy in those that are pages."""
        return {
            path: self.protected(text) if path.endswith(".html") and isinstance(text, str) and text else text
            for path, text in files.items()
        }

    def headers(self) -> str:
        """A file `_headers`, which Netlify and Cloudflare Pages read: one policy that allows what any page contains."""
        return _HEADERS.format(policy=f"{policy(self._all)}; frame-ancestors 'self'")


_HEADERS = """\
# Made by the build. Netlify and Cloudflare Pages read this file; on another server, send the same headers.
/*
  Content-Security-Policy: {policy}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
"""


def policy(inline: Inline) -> str:
    return "; ".join(
        (
            "default-src 'self'",
            _directive("script-src", inline.scripts),
            _directive("style-src", inline.styles),
            "img-src 'self' data:",
            "worker-src 'self'",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def _directive(name: str, sources: Iterable[str]) -> str:
    return " ".join((name, "'self'", *sorted(sources)))


def _as_meta(inline: Inline) -> str:
    return f'\n<meta http-equiv="Content-Security-Policy" content="{policy(inline)}">'


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _inline(html: str) -> Inline:
    return Inline(*(frozenset(map(_source, _texts(html, tag))) for tag in ("script", "style")))


def _texts(html: str, tag: str) -> Iterator[str]:
    """The texts of the elements of a tag that a browser runs or applies."""
    for rest in html.split(f"<{tag}")[1:]:
        source = f"<{tag}{rest.partition(f'</{tag}>')[0]}"
        start = _StartTag(source)
        if "src" not in start.attributes and start.attributes.get("type") not in _DATA:
            yield source.removeprefix(start.text)


class _StartTag(HTMLParser):
    """The first tag of a text. Parsing whole pages would take as long as rendering them."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.attributes: dict[str, str | None] = {}
        self.text = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes = dict(attrs)
        self.text = self.get_starttag_text() or ""
