r"""Interactive questions in GIFT, Moodle's format for questions as text.

https://docs.moodle.org/en/GIFT_format: ``{}~=#:`` are special everywhere and are escaped with a backslash. An empty
line ends a question, so each question is one line, with ``\n`` for its line ends.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from .items import Choice, Item, by_theme, gaps

_MARKS = re.compile(r"[{}~=#:]")
_SEVERAL = "Write the answers in their order, with a comma and a space between them."


def as_gift(items: Iterable[Item]) -> str:
    """A category for each theme; a question's name is its id."""
    parts = []
    for theme, own in by_theme(items):
        parts.append(f"$CATEGORY: $course$/top/{theme.title.replace('/', '//')}\n")
        parts += map(_question, own)
    return "\n".join(parts)


def _question(item: Item) -> str:
    about = "".join(f" [tag:{_bracketed(tag)}]" for tag in item.tags)
    several = len(item.accepted) > 1
    gap = "____" if several else "_____"  # Moodle puts its one text field in place of five underscores
    text = f"<p><strong>{html.escape(item.title, quote=False)}</strong></p>\n{gaps(item.text, gap)}"
    if several:
        text += f"\n<p>{_SEVERAL}</p>"
    typed = dict.fromkeys(comma.join(texts) for texts in item.right_entries for comma in (", ", ","))
    answers = [f"={_typed(answer)}" for answer in typed] or [_choice(item, one) for one in item.choices]
    told = [f"####{_escaped(item.explanation)}"] if item.explanation else []
    lines = "\n".join(f"\t{line}" for line in answers + told)
    return f"// [id:{_bracketed(item.id)}]{about}\n::{_escaped(item.id)}::[html]{_escaped(text)}{{\n{lines}\n}}\n"


def _choice(item: Item, choice: Choice) -> str:
    right = sum(one.right for one in item.choices)
    if item.kind == "single" and len(item.choices) > 1:  # Moodle would make a text field for one right option alone
        weight = "=" if choice.right else "~"
    else:  # all right options together are worth 100 percent; a wrong one subtracts the share of a right one
        share = f"{100 / right:.5f}".rstrip("0").rstrip(".")
        weight = f"~%{'' if choice.right else '-'}{share}%"
    reason = f"#{_escaped(choice.reason)}" if choice.reason else ""
    return weight + _begun(_escaped(choice.text)) + reason


def _typed(answer: str) -> str:
    r"""Moodle compares the answer as text, in which ``*`` matches any text; ``->`` would make a matching question."""
    pattern = answer.replace("*", r"\*").replace("->", "-*>")
    weight = "%100%" if answer.startswith("%") else ""  # otherwise, Moodle would read the answer as a weight
    return weight + _MARKS.sub(r"\\\g<0>", pattern.replace("\\", "\\\\"))


def _escaped(text: str) -> str:
    """HTML as GIFT; a backslash becomes an HTML entity, because not all programs support ``\\\\``."""
    return _MARKS.sub(r"\\\g<0>", text.replace("\\", "&#92;")).replace("\n", r"\n")


def _bracketed(text: str) -> str:
    return text.replace("]", r"\]")


def _begun(text: str) -> str:
    """Escape a percentage or a format at the beginning of an answer, which Moodle would interpret."""
    return re.sub(r"^%", "&\\\\#37;", re.sub(r"^\[", "&\\\\#91;", text))
