"""X: names and values of the AWS API, compared with the words of its model."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...content.guide import Guide
from ..problem import Nearest
from .registry import Finding, Found, rule
from .vocabulary import vocabulary

WORDS = Path(__file__).with_name("api_words.txt")  # scripts/api_words.py writes it
PATIENCE = 500  # different words that are compared with the names: a page with more errors is not real content
LONG = 14  # letters: names of this length or longer may have two typing errors
SHORTEST = 7  # letters: among shorter names many real ones differ by one letter
_HUMPS = re.compile(r"[a-z]+[A-Z][A-Za-z0-9]+|[A-Z][a-z]+[A-Z][A-Za-z0-9]*|[A-Z]+[A-Z][a-z][A-Za-z0-9]*")
_CODE = re.compile(r"`([A-Z][a-z]{6,})`")  # an ordinary word is a value of the API only as code
_SNAKE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")
_ADDRESS = re.compile(r"API_([A-Z]\w+)")
_INSTANCE = re.compile(r"(ml\.(?<![\w.]ml\.)[a-z]\w*(?:-\w+)?)\.(\w+)")
_PART = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Near:
    """The name that a typed word is one or two edits away from.

    Two words are compared letter by letter only if they begin or end alike and have nearly the same letters.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._alike: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
        for name in names:
            folded = name.lower()
            for key in _ends(folded):
                self._alike[key, len(folded)].append((folded, name))
        self._asked = 0
        self.to = cache(self._to)

    def _to(self, typed: str, most: int) -> str | None:
        """The nearest name within so many edits, each of which changes at most two letters."""
        self._asked += 1
        if self._asked > PATIENCE:
            return None
        folded = typed.lower()
        letters = set(folded)
        likely = {
            other: name
            for key in _ends(folded)
            for length in range(len(folded) - most, len(folded) + most + 1)
            for other, name in self._alike.get((key, length), ())
            if len(letters.symmetric_difference(other)) <= 2 * most
        }
        found = [(distance(folded, other, most), name) for other, name in likely.items()]
        return min((one for one in found if one[0] <= most), default=(0, None))[1]


def _ends(folded: str) -> tuple[str, str]:
    return f"{folded[:3]}-", f"-{folded[-3:]}"


@dataclass(frozen=True, slots=True)
class Words:
    """Names as typed, by their lower case, and by the names that Python's methods have."""

    names: frozenset[str]
    folded: dict[str, str]
    methods: dict[str, str]
    families: frozenset[str]
    sizes: frozenset[str]
    near_name: Near
    near_method: Near


@cache
def words() -> Words:
    listed = WORDS.read_text(encoding="utf-8").split()
    names = [word for word in listed if word[0].isupper()]
    methods = {_PART.sub("_", name).lower(): name for name in names}
    families = frozenset(word for word in listed if word.startswith("ml."))
    sizes = frozenset(word[2:] for word in listed if word.startswith("*."))
    folded = {name.lower(): name for name in names}
    return Words(frozenset(names), folded, methods, families, sizes, Near(names), Near(methods))


@rule("X003", "a misspelled API name", "`PendingManualAproval`", "`PendingManualApproval`")
def misspelt_name(guide: Guide) -> Found:
    """A value or call with one wrong letter looks right and fails when a reader types it."""
    known = words()
    wrong: dict[str, str | None] = {}
    for page, tokens in vocabulary(guide):
        code = set(_CODE.findall(page.source.text))
        for token in tokens - wrong.keys():
            wrong[token] = _right(known, token)
        for token in code:
            wrong[token] = _right_name(known, token)
        for token in [token for token in tokens if wrong[token]]:
            form = (
                rf"`({token})`"
                if token.isalpha() and token[1:].islower()
                else rf"(?<![A-Za-z0-9@-])({token})(?![A-Za-z0-9])"
            )
            for match in re.finditer(form, page.source.text):
                message = f'the API has no "{token}"; did you mean "{wrong[token]}"?'
                yield Finding(page.place(match.start(1)), message, len(token))


def _right(known: Words, token: str) -> str | None:
    """The name that a word is meant to be: one with capitals inside it, or one with underscores."""
    if token[1:].islower() and "_" not in token:  # most words
        return None
    if _HUMPS.fullmatch(token):
        return _right_name(known, token)
    if _SNAKE.fullmatch(token) and token not in known.methods:
        return _near(known.near_method, token)
    api = _ADDRESS.fullmatch(token)
    right = _right_name(known, api[1]) if api else None
    return f"API_{right}" if right else None


@rule("X004", "an instance type that does not exist", "`ml.m5.xlagre`", "`ml.m5.xlarge`")
def unknown_instance(guide: Guide) -> Found:
    """A job with an instance type that does not exist does not start."""
    known = words()
    families, sizes = Nearest(known.families), Nearest(known.sizes)
    for page in guide:
        for match in _INSTANCE.finditer(page.source.text):
            if match[1] not in known.families:
                message = f'no instance family is called "{match[1]}"{families.hint(match[1])}'
                yield Finding(page.place(match.start()), message, len(match[0]))
            elif match[2] not in known.sizes:
                message = f'no instance size is called "{match[2]}"{sizes.hint(match[2])}'
                yield Finding(page.place(match.start()), message, len(match[0]))


def _right_name(known: Words, typed: str) -> str | None:
    if typed in known.names or len(typed) < SHORTEST:
        return None
    other_case = known.folded.get(typed.lower())
    if other_case:  # other APIs write modelPackageArn, and CloudWatch CPUUtilization
        return other_case if typed[0].isupper() and not typed[:2].isupper() else None
    return _near(known.near_name, typed)


def _near(near: Near, typed: str) -> str | None:
    """A name that differs by one or two typing errors, unless the difference is an ending or a number."""
    right = near.to(typed, 2 if len(typed) >= LONG else 1) if len(typed) >= SHORTEST else None
    if right is None or typed.rstrip("s").lower() == right.rstrip("s").lower():
        return None
    if re.sub(r"[\d_]", "", typed) == re.sub(r"[\d_]", "", right):
        return None
    more = typed[len(right) :] if typed.startswith(right) else ""
    return None if len(more) > 1 or more.isupper() else right  # PipelineExecutionId has one more part


def distance(one: str, two: str, most: int) -> int:
    """The number of edits between two words, of which a swap of two letters is one; above `most`, any larger number."""
    if abs(len(one) - len(two)) > most:
        return most + 1
    while one and two and one[0] == two[0]:
        one, two = one[1:], two[1:]
    while one and two and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    before: list[int] = []
    last = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, other in enumerate(two, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == two[j - 2] and one[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(min(last), min(row)) > most:
            return most + 1
        before, last = last, row
    return last[-1]
