"""Names of products and of parts of an API, wherever a page mentions them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..content.page import Page

_CODE = re.compile(r"`([^`]+)`")
_IN_CODE = re.compile(  # iam:PassRole, sagemaker.delete_model(...), ModelApprovalStatus="Rejected"
    r"(?:[a-z0-9-]+[:.])*((?:[A-Z]\w+\.)?(?!md\b|json\b|csv\b)[A-Za-z]\w+)(?:\(.*\)|=.*)?", re.DOTALL
)
_CAPITALS = re.compile(  # CloudTrail, KMS, Amazon Macie: each name begins with a capital, so that the search is fast
    r"[A-Z][a-z]*(?:[A-Z]\w*|(?<=Amazon)(?=\s[A-Z]))(?:(?:(?<=AWS)|(?<=SageMaker)|(?<=Amazon))(?:\s[A-Z]\w+)+)?"
)
_PART = re.compile(r"[\w./@-]")


class Named(NamedTuple):
    """A name, where its text starts and ends, and whether it is in code type."""

    name: str
    start: int
    end: int
    code: bool


def names(page: Page) -> Iterator[Named]:
    """The names in code type or in capitals on a page, except in the titles and addresses of sources."""
    for match in _CODE.finditer(page.source.uncommented):
        if found := _IN_CODE.fullmatch(match[1]):
            yield Named(found[1], match.start(), match.end(), True)
    prose, links, at = page.source.prose, page.links, 0
    for match in _CAPITALS.finditer(prose):
        while at < len(links) and links[at].end <= match.start():
            at += 1
        inside = at < len(links) and links[at].offset <= match.start()
        if inside and (links[at].target.startswith("http") or links[at].target_offset <= match.start()):
            continue
        if not match.start() or not _PART.match(prose, match.start() - 1):
            yield Named(match[0], match.start(), match.end(), False)
