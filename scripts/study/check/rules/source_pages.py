"""S: pages that are no source, because readers see something else there."""

from __future__ import annotations

import re

from ...content.guide import Guide
from .registry import Finding, Found, rule

_REASONS = (
    (re.compile(r"[.,;:](?<!\.\.)$"), "ends with a mark that is not part of an address; delete it"),
    (
        re.compile(r"//(?:www\.)?google\.\w+/url\?|//l\.facebook|//lnkd\.in|//bit\.ly|//t\.co/"),
        "leads through another site; link the page itself",
    ),
    (re.compile(r"console\.aws\.amazon\.com/\w"), "needs an account to read; link the documentation"),
    (
        re.compile(r"docs\.aws\.amazon\.com/[a-z]{2}_[a-z]{2}/"),
        "is in another language; delete that part of the address",
    ),
    (
        re.compile(r"//github\.com/[^/]+/[^/]+/blob/[^/]+/docs/[\w/-]+\.md"),
        "leads to the text of a page on GitHub; if it is a page of this site, link its file, such as ../workflow.md",
    ),
)


@rule("S016", "an address that is no source", "https://aws.amazon.com/ai/.", "https://aws.amazon.com/ai/")
def no_source(guide: Guide) -> Found:
    """A source is a page that every reader can open and read in English, at an address of its own."""
    for page in guide:
        for link in page.links:
            if not link.target.startswith("https://"):
                continue
            for pattern, reason in _REASONS:
                if pattern.search(link.target):
                    yield Finding(page.place(link.target_offset), f'"{link.target}" {reason}', len(link.target))
