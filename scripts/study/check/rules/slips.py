"""X: mistakes that a program can find: doubled words, dates, misspellings, control characters, credentials."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, pairwise, permutations

from ...content.dates import MONTHS
from ...content.guide import Guide
from ...content.page import Page
from .api_names import distance
from .misspellings import BRITISH, MISSPELLINGS
from .registry import Finding, Found, rule
from .vocabulary import prose_words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DOUBLED = re.compile(r"(?<![\w'\u2019.-])([A-Za-z]{2,})([ \t]+|[ \t]*\n[ \t]*(?![-*+>|#]))\1(?![\w'\u2019-])")
_TWICE = frozenset({"that", "had", "bye", "ha", "no", "so", "very", "blah", "knock"})  # may be meant
_ARTICLES = frozenset(permutations(("a", "an", "the"), 2))
_A_AN = re.compile(r"(?<![\w'\u2019.`*-])(a an|an a|the a|a the|the an|an the)(?= )", re.IGNORECASE)
STORY = 2026  # the year of the examples, which give most dates without it
_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?)?"
    rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{_MONTH})(?:,?\s+(?P<year>[12]\d{{3}}))?\b"
    rf"|\b(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s+(?P<year2>[12]\d{{3}}))?(?![\d,.]\d|\w))"
)
_MONTH_NAME = re.compile(_MONTH)
_ISO = re.compile(r"(?P<year>[12](?<![\d-].)\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_WORD = re.compile(r"(?<![\w/.@#`-])[A-Za-z][a-z]+(?:['\u2019][a-z]+)?(?![\w`]|[-/.@]\w)")
_SECRETS = {  # for each kind, texts that it always contains, and its pattern
    "an AWS access key": (("AKIA", "ASIA"), re.compile(r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b")),
    "an AWS secret key": (
        ("ecret", "ECRET"),
        re.compile(r"[sS](?:ecret|ECRET)\w*[\"']?\s*[=:]\s*[\"']?[A-Za-z0-9/+]{40}\b"),
    ),
    "a private key": (("PRIVATE KEY",), re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----")),
    "a token": (
        ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "xox", "sk-", "glpat-", "hf_", "eyJ", "npm_", "AIza"),
        re.compile(
            r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{20,}|xox[abprs]-[\w-]{10,}|sk-(?=\w*[A-Z0-9])[A-Za-z0-9_-]{20,}"
            r"|glpat-[\w-]{20}|hf_[A-Za-z0-9]{30,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}|npm_[A-Za-z0-9]{36}|AIza[\w-]{35})"
        ),
    ),
    "a password": (
        ("assw", "ASSW"),
        re.compile(r"(?i)pass(?:word|wd)[\"']?\s*[=:]\s*[\"'][^\"'\s<{*.]{6,}[\"']"),
    ),
    "a password in an address": (("@",), re.compile(r"://[^\s/:@<>\"']+:[^\s/:@<>\"']+@")),
}
_INVISIBLE = {
    "\u200b": "a zero-width space", "\u200c": "a zero-width non-joiner", "\u200d": "a zero-width joiner",
    "\u2060": "a word joiner", "\ufeff": "a byte order mark", "\u00ad": "a soft hyphen", "\u2028": "a line separator",
    "\u2029": "a paragraph separator", "\ufffc": "an object mark",
}  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f" + "".join(_INVISIBLE) + "]")
FEW_LETTERS = 7
LONG = 9  # letters: two real words of this length seldom differ by one letter
_REAL = frozenset(
    {"retaining", "retried"}
)  # words of the site that need no look-up in the dictionary, which takes 0.15 s and 20 MB to load
USUAL = 5  # times that a word is on the site before a word that differs by one letter counts as a misspelling


@rule("X001", "a repeated word", "Read the the table.", "Read the table.")
def doubled_word(guide: Guide) -> Found:
    """A repeated word is easy to overlook while you write, and makes every reader stumble."""
    for page, words in prose_words(guide):
        for match in _DOUBLED.finditer(page.source.prose) if _repeats(page, words) else ():
            as_typed = page.source.text[match.start() : match.end()] == match[0]  # no code between the two
            if as_typed and match[1].lower() not in _TWICE:
                yield Finding(
                    page.place(match.start()), f'"{match[1]} {match[1]}": the word is here twice', len(match[0])
                )
        for match in _A_AN.finditer(page.source.prose) if not _ARTICLES.isdisjoint(pairwise(words)) else ():
            yield Finding(page.place(match.start()), f'"{match[1]}": one of the two words is enough', len(match[1]))


def _repeats(page: Page, words: list[str]) -> bool:
    """Whether a word is on a page twice in a row: most pages have none, and this is quick to see."""
    repeated = {word for word, after in pairwise(words) if word == after}
    text = " ".join(page.source.filled.lower().split()) if repeated else ""
    return any(f"{word} {word}" in text for word in repeated)


@rule("X002", "an impossible date", "31 June 2026", "30 June 2026")
def impossible_date(guide: Guide) -> Found:
    """A date that is not in the calendar, or has the wrong weekday, makes readers doubt the rest."""
    for page in guide:
        for match in _dates(page.source.prose):
            day = int(match["day"] or match["day2"])
            month = MONTHS.index(match["month"] or match["month2"]) + 1
            year = match["year"] or match["year2"]
            yield from _wrong_date(page, match, day, month, int(year) if year else None)
        for match in _ISO.finditer(page.source.text):
            if "%" not in match[0]:
                yield from _wrong_date(page, match, int(match["day"]), int(match["month"]), int(match["year"]))


def _dates(prose: str) -> Iterator[re.Match[str]]:
    """The dates of a text. Only the text around names of months is searched, which is faster."""
    done = 0
    for month in _MONTH_NAME.finditer(prose):
        match = _DATE.search(prose, max(done, month.start() - 30), min(len(prose), month.end() + 12))
        if match and month.start() >= done:
            done = match.end()
            yield match


def _wrong_date(page: Page, match: re.Match[str], day: int, month: int, year: int | None) -> Found:
    shown = " ".join(match[0].split())
    if not 1 <= month <= 12:
        yield Finding(page.place(match.start()), f'"{shown}" has no month {month}', len(match[0]))
        return
    last = monthrange(year or 2024, month)[1]
    weekday = match.groupdict().get("weekday")
    if not 1 <= day <= last:
        message = f'"{shown}" does not exist: {MONTHS[month - 1]} has {last} days'
        yield Finding(page.place(match.start()), message, len(match[0]))
    elif weekday and year and WEEKDAYS[date(year, month, day).weekday()] != weekday:
        right = WEEKDAYS[date(year, month, day).weekday()]
        yield Finding(page.place(match.start()), f'"{shown}" was a {right}; correct one of the two', len(match[0]))
    elif weekday and not year and (month, day) != (2, 29):
        right = WEEKDAYS[date(STORY, month, day).weekday()]
        if weekday != right:
            message = (
                f'"{shown}" is a {right} in {STORY}, the year of the examples; correct one of the two, or add the year'
            )
            yield Finding(page.place(match.start()), message, len(match[0]))


@rule("X005", "an invisible character", "a zero-width space in a word", "the word without it")
def invisible_character(guide: Guide) -> Found:
    """Copied text may contain control characters and zero-width spaces. Search and links then miss the word."""
    for page in guide:
        for match in _CONTROL.finditer(page.source.text):
            name = _INVISIBLE.get(match[0]) or f"the control character U+{ord(match[0]):04X}"
            if match[0] in "\u200c\u200d" and _joins(page.source.text, match.start()):
                continue
            yield Finding(page.place(match.start()), f"{name} is here; delete it")


def _joins(text: str, offset: int) -> bool:
    """Whether a joiner is between two characters that it joins, such as those of an emoji or of Arabic."""
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    return bool(before and after) and unicodedata.category(before)[0] in "SM" and unicodedata.category(after)[0] in "SM"


@rule("X006", "a credential", "an access key that begins with AKIA", "`<your access key>`")
def credential(guide: Guide) -> Found:
    """Anyone who reads the site can use a key on it. A committed key stays in the history, so revoke it too."""
    for page in guide:
        for name, (signs, pattern) in _SECRETS.items():
            if not any(sign in page.source.text for sign in signs):
                continue
            for match in pattern.finditer(page.source.text):
                if "EXAMPLE" not in match[0]:
                    message = f"this looks like {name}; delete it here, and revoke it if it was ever real"
                    yield Finding(page.place(match.start()), message, len(match[0]))


@rule("X007", "a misspelled word", "recieve", "receive")
def misspelt_word(guide: Guide) -> Found:
    """A misspelled word makes readers doubt the rest. The check knows common misspellings and the site's own words."""
    counts = Counter(chain.from_iterable(words for _, words in prose_words(guide)))
    usual = _Usual([word for word, count in counts.items() if count >= USUAL and len(word) >= FEW_LETTERS - 1])
    known = MISSPELLINGS | BRITISH
    wrong = {word: right for word in counts if (right := known.get(word))}
    rare = {word: near for word, count in counts.items() if count == 1 and (near := usual.near(word))}
    wrong |= {word: rare[word] for word in _unknown(rare)}
    for page, words in prose_words(guide):
        if wrong.keys().isdisjoint(words):
            continue
        for match in _WORD.finditer(page.source.prose):
            if right := wrong.get(match[0].lower()):
                typed = right.capitalize() if match[0][0].isupper() else right
                british = match[0].lower() in BRITISH
                told = f'is British spelling; write "{typed}"' if british else f'is misspelled; did you mean "{typed}"?'
                yield Finding(page.place(match.start()), f'"{match[0]}" {told}', len(match[0]))


def _unknown(words: Iterable[str]) -> set[str]:
    """The words that an English dictionary does not have. It is loaded only if there are words to look up."""
    if not (listed := [word for word in words if word not in _REAL]):
        return set()
    from spellchecker import SpellChecker

    return set(SpellChecker(distance=1).unknown(listed))


class _Usual:
    """The frequent words of the site, by every form with one letter left out."""

    def __init__(self, words: list[str]) -> None:
        self._forms: dict[str, str] = {}
        for word in words:
            for form in _shorter(word):
                self._forms.setdefault(form, word)

    def near(self, typed: str) -> str | None:
        """A frequent word that one typing error turns into this one, unless both are likely to be real words."""
        if len(typed) < FEW_LETTERS:
            return None
        for form in _shorter(typed):
            word = self._forms.get(form)
            if word and word != typed and distance(typed, word, 1) == 1 and _is_slip(typed, word):
                return word
        return None


def _shorter(word: str) -> list[str]:
    return [word, *(word[:index] + word[index + 1 :] for index in range(len(word)))]


def _is_slip(typed: str, word: str) -> bool:
    """Whether two letters are swapped or one is too many in the middle; in long words, any change in the middle.

    Endings do not count, because they differ in forms of one word. In short words, other changes often give another
    real word: "contact" and "contract", or "storing" and "scoring".
    """
    same = 0
    while same < min(len(typed), len(word)) and typed[same] == word[same]:
        same += 1
    if same == 0 or same >= min(len(typed), len(word)) - 2 or "z" in (typed[same], word[same]):
        return False
    return (
        len(typed) >= LONG
        or sorted(typed) == sorted(word)
        or (len(typed) > len(word) and typed[same] == typed[same - 1])
    )
