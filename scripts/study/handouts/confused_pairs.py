"""Pairs of terms that learners confuse, each once in an edition, whichever of the two a question is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..content.cards import terms_of
from ..content.glossary import Term
from ..content.guide import Guide
from ..content.inline import fold, plain
from ..content.short_answers import ShortAnswer
from .links import Links
from .plan import Theme
from .section import escaped

_BETWEEN_ENTRIES = re.compile(r";\s+(?![^()]*\))")
_ARTICLE = re.compile(r"^(the|an?)\s+")
_AFTER_SENTENCE = re.compile(r"(?<=[.?])\s+(?=[A-Z`\[])")
_IN_THEME, _IN_ANSWER = 4, 3  # the most pairs to discuss


@dataclass(frozen=True, slots=True)
class Pair:
    """A term, what it is confused with (as Markdown, and as a term if it is one), and the difference."""

    term: Term
    named: str
    why: str
    other: Term | None

    @property
    def both(self) -> frozenset[str]:
        """The same in either direction."""
        return frozenset((self.term.id, self.other.id if self.other else plain(self.named)))


class Pairs:
    """The pairs that an edition has not shown yet."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self._shown: set[frozenset[str]] = set()

    def of_theme(self, theme: Theme) -> list[Pair]:
        """At most one pair for each of its terms; first the pairs of which the theme asks about both terms.

        Only a session has others: they would not fit the subject of a quiz.
        """
        asked = dict.fromkeys(term for each in theme.questions for term in terms_of(self.guide, each.item))
        both = [pair for term in asked for pair in pairs(self.guide, term) if pair.other in asked]
        others = [pair for term in asked for pair in pairs(self.guide, term) if pair.other not in asked]
        return self._new([*both, *(others if theme.session else ())], _IN_THEME)

    def of_answer(self, answer: ShortAnswer) -> list[Pair]:
        """At most one pair for each of its terms; first the pairs of terms that the question itself names."""
        question = fold(plain(answer.question))
        asked = terms_of(self.guide, answer)
        found = [pair for term in asked for pair in pairs(self.guide, term)]
        found.sort(key=lambda pair: not any(fold(name) in question for name in pair.term.names))
        return self._new(found, _IN_ANSWER)

    def _new(self, found: Iterable[Pair], most: int) -> list[Pair]:
        chosen: list[Pair] = []
        for pair in found:
            if len(chosen) < most and pair.both not in self._shown and pair.term not in {one.term for one in chosen}:
                chosen.append(pair)
                self._shown.add(pair.both)
        return chosen


def pairs(guide: Guide, term: Term) -> Iterator[Pair]:
    for named, why in distinctions(term):
        yield Pair(term, named, why, guide.by_name.get(fold(_ARTICLE.sub("", plain(named)))))


def distinctions(term: Term) -> list[tuple[str, str]]:
    """The entries of "Not the same as": Markdown of the other term, and of the difference, without its brackets."""
    found = []
    for entry in _BETWEEN_ENTRIES.split(term.facts.get("Not the same as", "")):
        match = re.fullmatch(r"(.+?)\s+\(([^()]+)\)", " ".join(entry.split()))
        if match and plain(match[1]):
            found.append((match[1], match[2]))
    return found


def comparison(pair: Pair, links: Links) -> str:
    """A pair to compare, and the definition of the second term, after a colon, because it may be any phrase."""
    why = links.inline(pair.why, pair.term.place.path)
    return f"<li>{_compare(pair)} {_name(pair, first=True)}: {why}.</li>"


def discussion(pair: Pair, guide: Guide, links: Links) -> str:
    """A pair to compare, and the key point about each."""
    links.start_item()
    path, name = pair.term.place.path, escaped(pair.term.name)
    own = links.inline(_key_point(pair, guide), path).removesuffix(".")
    return (
        f'<li>{_compare(pair)} <span class="listen"><b>Listen for</b> '
        f"{name}: {own}. {_name(pair, first=True)}: {links.inline(pair.why, path)}.</span></li>"
    )


def _compare(pair: Pair) -> str:
    return f"Compare <b>{escaped(pair.term.name)}</b> with <b>{_name(pair)}</b>."


def _key_point(pair: Pair, guide: Guide) -> str:
    """The words about the term in the other's entry, or the first sentence of the term's definition."""
    back = pairs(guide, pair.other) if pair.other else ()
    words = next((one.why for one in back if one.other == pair.term), "")
    return words or _AFTER_SENTENCE.split(pair.term.paragraph, maxsplit=1)[0]


def _name(pair: Pair, first: bool = False) -> str:
    """The name of the second, with a capital letter if it is `first` in a sentence and not code."""
    name = pair.other.name if pair.other else plain(pair.named)
    return escaped(name[:1].upper() + name[1:] if first and not pair.named.startswith("`") else name)
