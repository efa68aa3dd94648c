"""Page numbers in a document: they are inserted as text before the lines are broken, so that no line grows later.

WeasyPrint could count by itself, with `target-counter`. It breaks lines before it knows the numbers, so all of them
would have to be padded to one width, which leaves gaps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_CONTENTS = re.compile(r'<nav class="contents".*?</nav>', re.DOTALL)
_ENTRY = re.compile(r'(<a href="#([^"]+)">[^<]*)(</a>)')
_PLACE = re.compile(r'(<a\b(?=[^>]*\sclass="place")(?=[^>]*\shref="#([^"]+)")[^>]*>(?:(?!</a>).)*)(</a>)', re.DOTALL)
UNKNOWN = "00"
"""As wide as most numbers."""


def with_numbers(html: str, pages: Mapping[str, int]) -> str:
    """The document with the page number of each target, by id."""

    def number(match: re.Match[str], form: str) -> str:
        page = form.format(pages.get(match[2], UNKNOWN))
        return f'{match[1]}<span class="page">{page}</span>{match[3]}'

    listed = _CONTENTS.sub(lambda nav: _ENTRY.sub(lambda each: number(each, "{}"), nav[0]), html)
    return _PLACE.sub(lambda each: number(each, " [p.\N{NO-BREAK SPACE}{}]"), listed)
