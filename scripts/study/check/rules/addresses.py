"""S: the form of an address: its scheme, its host, its end, and what does not belong in it."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from ...content.guide import Guide
from ...content.inline import Link
from ...content.page import Page
from .registry import Finding, Found, rule

SCHEMES = ("https", "http", "mailto", "s3")
COMMON = ("com", "org", "net", "edu", "gov", "info", "cloud")
ENDINGS = (*COMMON, "int")  # "int" is real, and one letter from "net" and "info"
TRACKING = re.compile(
    r"(?:utm_\w+|gclid|fbclid|msclkid|mc_[ce]id|igshid|sc_(?:campaign|channel|\w+)|trk\w*|ref_src|_hsenc)$"
)
_SCHEME = re.compile(r"([A-Za-z][\w+.-]*)(:/*|//+)(?=[\w\[])")
_SPACED = re.compile(r"\]\((?P<address>(?:https?:|www\.)[^()<>\n\" \t]*+[ \t][^()<>\n\"]*)\)")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)$", re.IGNORECASE)
OFTEN = 5  # links to one host: a host with nearly the same name is then a typing error


@lru_cache(maxsize=2)  # five rules ask about one guide
def _outside(guide: Guide) -> tuple[tuple[Page, Link], ...]:
    """Links that leave the site, or would."""
    return tuple((page, link) for page in guide for link in page.links if _leaves(link.target))


def _leaves(target: str) -> bool:
    return target.startswith(("https://", "//", "www.")) or _SCHEME.match(target) is not None


def _about(page: Page, link: Link, message: str, replacement: str | None = None) -> Finding:
    return Finding(page.place(link.target_offset), message, len(link.target), replacement)


@rule("S010", "an address with a space", "[AWS](https://example.org/a b)", "[AWS](https://example.org/a%20b)")
def spaced_address(guide: Guide) -> Found:
    """A space ends the address, so readers see the brackets and the address as text."""
    for page in guide:
        for match in _SPACED.finditer(page.source.prose):
            address = match["address"].strip()
            if re.search(r"[ \t]", address) is None:
                continue
            message = f'"{address}" has a space in it; delete the space, or write %20'
            yield Finding(page.place(match.start("address")), message, len(match["address"]))


@rule("S011", "an address with tracking", "https://example.org/?utm_source=mail", "https://example.org/")
def tracking_address(guide: Guide) -> Found:
    """Parameters such as utm_source tell the other site where readers come from. The page is the same without them."""
    for page, link in _outside(guide):
        parts = split(link.target) if "?" in link.target else None
        pairs = parse_qsl(parts.query, keep_blank_values=True) if parts else []
        if parts and any(TRACKING.match(name) for name, _ in pairs):
            query = urlencode([pair for pair in pairs if not TRACKING.match(pair[0])])
            clean = urlunsplit(parts._replace(query=query))
            yield _about(page, link, f'"{link.target}" tracks the reader; write {clean}', clean)


@rule("S012", "a host that does not exist", "http://localhost:8000/", "https://docs.aws.amazon.com/")
def impossible_host(guide: Guide) -> Found:
    """Readers cannot reach a host of one word, a private address, or an unknown top-level domain."""
    usual = _usual_hosts(guide)
    for page, link in _outside(guide):
        parts = split(link.target)
        if parts is None:
            yield _about(page, link, f'"{link.target}" is not an address; copy it again from the page')
        elif parts.scheme in ("http", "https", "") and (reason := _wrong_host(parts.hostname or "", usual)):
            yield _about(page, link, f'"{link.target}" {reason}')


@lru_cache(maxsize=4096)
def split(target: str) -> SplitResult | None:
    """The parts of an address, or `None` if it is not one."""
    try:
        parts = urlsplit(target if not target.startswith("www.") else f"https://{target}")
        parts.port  # noqa: B018 (it raises for a port that is no number)
    except ValueError:
        return None
    return parts


def _wrong_host(host: str, usual: tuple[str, ...]) -> str:
    """Why a host cannot be right, or nothing."""
    labels = host.rstrip(".").split(".")
    if not host:
        return "names no host; write https:// and the host after it"
    if re.fullmatch(r"[\d.]+|.*:.*", host) or labels[-1] in ("localhost", "local", "internal", "test", "invalid"):
        return f'leads to "{host}", which is not a public host; link the public page'
    if len(labels) < 2 or not all(map(_LABEL.match, labels)):
        return f'leads to "{host}", which is not the name of a host'
    end = labels[-1].lower()
    if not (len(end) == 2 and end.isalpha()) and end not in ENDINGS:
        near = next((known for known in COMMON if _near(end, known)), None)
        if near or not end.isalpha():
            return f'ends in ".{end}"; did you mean ".{near or "com"}"?'
    near_host = next((known for known in usual if known != host and _near(host, known)), None)
    return f'leads to "{host}"; did you mean "{near_host}"?' if near_host else ""


@lru_cache(maxsize=4096)
def _near(typed: str, known: str) -> bool:
    """Whether two names differ by one letter, or by two that changed places."""
    if typed == known or abs(len(typed) - len(known)) > 1:
        return False
    blocks = SequenceMatcher(None, typed, known, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return max(len(typed), len(known)) - same <= 1 or (len(typed) == len(known) and sorted(typed) == sorted(known))


def _usual_hosts(guide: Guide) -> tuple[str, ...]:
    """Hosts that the guide links often; hosts that are linked more than once are right, too."""
    found = Counter(parts.hostname for _, link in _outside(guide) if (parts := split(link.target)) and parts.hostname)
    return tuple(host for host, count in found.items() if count >= OFTEN)


@rule("S013", "an address over http", "[AWS](http://aws.amazon.com/)", "[AWS](https://aws.amazon.com/)")
def insecure_address(guide: Guide) -> Found:
    """Without https, anyone between the reader and the server can read the page and change it."""
    for page, link in _outside(guide):
        parts = split(link.target)
        if parts and parts.scheme == "http" and not _wrong_host(parts.hostname or "", ()):
            secure = "https" + link.target[4:]
            yield _about(page, link, f'"{link.target}" is not encrypted; write {secure}', secure)


@rule("S014", "a scheme that does not exist", "[AWS](htps://aws.amazon.com/)", "[AWS](https://aws.amazon.com/)")
def unknown_scheme(guide: Guide) -> Found:
    """A browser follows an address only if it begins with https:// and two slashes."""
    for page, link in _outside(guide):
        scheme = _SCHEME.match(link.target)
        if scheme is None:
            secure = f"https:{link.target}" if link.target.startswith("//") else f"https://{link.target}"
            yield _about(page, link, f'"{link.target}" has no beginning; write {secure}', secure)
            continue
        name, mark = scheme[1].lower(), scheme[2]
        if name in ("mailto", "tel") and mark == ":":
            continue
        if name not in SCHEMES or (name != "mailto" and mark != "://"):
            secure = f"https://{link.target[scheme.end() :]}"
            yield _about(page, link, f'"{scheme[0]}" does not begin an address; write {secure}')
