"""Page numbers in a document: they are inserted as text before the lines are broken, so that no line grows later.

A number below 10 is padded to the width of two digits, so that the first numbers usually remain right.

WeasyPrint could insert them itself, with `target-counter`. But it breaks lines before it knows the numbers, so all
numbers would have to be padded to the same width, which leaves gaps.
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
        page = f"{pages.get(match[2], UNKNOWN)}"
        wide = page if len(page) > 1 else f'<span class="pad">0</span>{page}'
        return f'{match[1]}<span class="page">{form.format(wide)}</span>{match[3]}'

    listed = _CONTENTS.sub(lambda nav: _ENTRY.sub(lambda each: number(each, "{}"), nav[0]), html)
    return _PLACE.sub(lambda each: number(each, " [p.\N{NO-BREAK SPACE}{}]"), listed)
