from __future__ import annotations

import pytest
from study.content.source import Place, Source


def test_a_place_counts_lines_and_columns_from_one() -> None:
    source = Source("a.md", "ab\n\ncd")
    assert [source.place(offset) for offset in (0, 2, 3, 4, 5, 6)] == [
        Place("a.md", line, column) for line, column in [(1, 1), (1, 3), (2, 1), (3, 1), (3, 2), (3, 3)]
    ]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a `[b][]` c", "a         c"),
        ("a ``b ` c`` d", "a           d"),
        ("a ` b\n\nc ` d", "a ` b\n\nc ` d"),
        ("```\na\n```\nb", "   \n \n   \nb"),
        ("~~~ x\n```\n~~~\nb", "     \n   \n   \nb"),
        ("```\na", "```\na"),
        ("```a\nb\n````\nc", "    \n \n    \nc"),
        ("```a\n```b\n~~~\n```\nc", "    \n    \n   \n   \nc"),
        ("a <!-- b", "a <!-- b"),
        ("<!--->-->a", "         a"),
        ("a <!-- b\nc --> d", "a       \n      d"),
        ("---\na: b\n---\nc", "   \n    \n   \nc"),
        ("a\n---\nb: c\n---\n", "a\n---\nb: c\n---\n"),
        (r"a \`b\` c", r"a \`b\` c"),
    ],
)
def test_prose_blanks_what_is_not_prose_and_moves_nothing(text: str, prose: str) -> None:
    assert Source("a.md", text).prose == prose
