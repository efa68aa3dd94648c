"""X: mistakes in punctuation and articles, and the marks that word processors put in place of typed ones."""

from __future__ import annotations

import re

from ...content.guide import Guide
from ...content.page import Page
from .registry import Finding, Found, rule
from .vocabulary import in_quiz, paragraphs

_TYPESET = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2026": "...",
    "\u00a0": " ", "\u202f": " ", "\u2011": "-",
}  # fmt: skip
_NAMES = {"\u00a0": "a non-breaking space", "\u202f": "a narrow non-breaking space", "\u2011": "a non-breaking hyphen"}
_FOREIGN = re.compile(f"[{''.join(_TYPESET)}](?<!\u00e2\u20ac.)")  # not behind half of a broken character: M042
_SMALL = frozenset({"pandas", "moto", "botocore"})  # names that are written so, even where they begin a sentence
_SMALL_LETTER = re.compile(r"\.[ \n](?P<word>[a-z]++)(?!\w)")
_ABBREVIATIONS = ("e.g", "i.e", "a.m", "p.m", "etc", "vs", "approx", "al", "cf")
_AFTER = re.compile(r"[.,;](?:(?=[A-Z][a-z])|(?<=\.)[.;:](?![./])|(?<=[,;])[,.;:])")
_APART = re.compile(r" (?:,|\.(?=\s)|;)(?<=[\w)\]] .)")
_ARTICLE = re.compile(r"(?P<article>[Aa](?<![\w/.`<-].)n?)[ \n]\[?(?P<word>[a-z]{2,})")
_VOWELS = "aeio"
_EITHER = "hu"  # first letters after which the sound decides
_SOUNDS_OTHERWISE = re.compile(
    r"hon|heir|hour|eu|ewe|one\b|once\b|[^aeiouy]+$"
)  # the last: letters read one by one, as in "sdk"
_DASH = re.compile(
    r"[\u2014\u2015]|\u2013(?<= .)(?= )"
    r"|-(?<!--)-(?!-)(?:(?<=[^|\s] --)(?= [^|\s])|(?<=[A-Za-z]--)(?=[A-Za-z]))"
)
_CLASS_OR_ADDRESS = re.compile(r"[./#=][\w-]*$")
_OTHER = ("|", "#", "- ", "---", "* ", "+ ", ">", "<", "{")  # what begins a paragraph that is not one of running text
_NUMBERED = re.compile(r"\d+\.\s")
_DONE = (".", "|", "}", ")", ":", "?", "]", "")
_ENDS = ("\n///", "\n////", "</quiz>")
_FENCE = re.compile(r"(?:/{3,}|</?quiz)[^\n]*\n?", re.MULTILINE)


@rule("X013", "a character of a word processor", "the model\u2019s data", "the model's data")
def typeset_character(guide: Guide) -> Found:
    """Text from a word processor has curly quotation marks and spaces that do not break. The pages use plain ones.

    A search for the plain ones misses the word, and Markdown does not see a list behind such a space.
    """
    for page in guide:
        if page.source.text.isascii():
            continue
        for match in _FOREIGN.finditer(page.source.text):
            plain = _TYPESET[match[0]]
            name = _NAMES.get(match[0], match[0])
            message = f"{name} comes from a word processor; type {'a space' if plain == ' ' else plain} instead"
            typed = page.source.prose[match.start()] == match[0] and not in_quiz(page, match.start())
            yield Finding(page.place(match.start()), message, 1, plain if typed else None)


@rule("X014", "the wrong one of a and an", "a endpoint, an model", "an endpoint, a model")
def wrong_article(guide: Guide) -> Found:
    """Readers stumble over a wrong article. It often stays when the word behind it changes."""
    for page in guide:
        for match in _ARTICLE.finditer(page.source.prose):
            article, word = match["article"], match["word"]
            fits = article.endswith("n") == (word[0] in _VOWELS) or word[0] in _EITHER
            if fits or _SOUNDS_OTHERWISE.match(word) or not _as_typed(page, match.start(), match.end()):
                continue
            right = article[0] if len(article) == 2 else f"{article}n"
            message = f'"{article}" before "{word}"; write "{right} {word}"'
            fix = None if in_quiz(page, match.start()) else right
            yield Finding(page.place(match.start()), message, len(article), fix)


@rule("X015", "a mistyped punctuation mark", "Train it , then stop..", "Train it, then stop.")
def mistyped_mark(guide: Guide) -> Found:
    """A mark that is typed twice, or a space that is missing or in the wrong place, looks careless."""
    for page in guide:
        prose = page.source.prose
        for match in _AFTER.finditer(prose):
            if message := _mistyped(page, match):
                yield Finding(page.place(match.start()), message, 2)
        for match in _APART.finditer(prose):
            if _as_typed(page, match.start() - 1, match.end()):
                mark = match[0].strip()
                fix = None if in_quiz(page, match.start()) else mark
                yield Finding(page.place(match.start()), f'delete the space before "{mark}"', len(match[0]), fix)


def _mistyped(page: Page, match: re.Match[str]) -> str | None:
    text, at = page.source.text, match.start()
    before = re.search(r"[^\s(\[]*$", text[max(at - 40, 0) : at])
    word = before[0] if before else ""
    after = re.match(r"\w+", text[match.end() :].lstrip())
    if not word[-1:].isalnum() and word[-1:] not in ("]", ")", "`", '"'):
        return None
    if len(match[0]) == 2:
        twice = match[0] in ("..", ",,", ";;")
        return f'"{match[0]}" is two marks; one is enough' if twice or word not in _ABBREVIATIONS else None
    whole = word[-2:].islower() and "/" not in word and "_" not in word
    return f'a space is missing between "{word[-15:]}{match[0]}" and "{after[0]}"' if after and whole else None


@rule("X018", "a sentence with a small letter", "It stops. then it waits.", "It stops. Then it waits.")
def small_letter(guide: Guide) -> Found:
    """A small letter after a period makes readers look for the lost beginning, or for an abbreviation."""
    for page in guide:
        text = page.source.text
        for match in _SMALL_LETTER.finditer(page.source.prose):
            word = text[max(match.start() - 10, 0) : match.start()].rpartition(" ")[2].strip("(").lower()
            begins = text[match.start()] == "." and word[-1:].isalnum() and word not in _ABBREVIATIONS
            if begins and _as_typed(page, match.start(), match.end()) and match["word"] not in _SMALL:
                yield _small(page, match.start("word"), match["word"])
        for offset, paragraph in paragraphs(page):
            if not paragraph.lstrip()[:1].islower():
                continue
            start = offset + len(paragraph) - len(paragraph.lstrip())
            first = re.match(r"[a-z]+(?![\w:/.=-])", paragraph.lstrip())
            if first and first[0] not in _SMALL and not text[offset:start].strip():
                above = text[:start].rstrip().rpartition("\n")[2]
                if above.endswith((".", "?")) or above.startswith("#"):
                    yield _small(page, start, first[0])


def _small(page: Page, offset: int, word: str) -> Finding:
    message = f'"{word}" begins a sentence; write "{word.capitalize()}", or change the mark before it'
    return Finding(page.place(offset), message, len(word))


@rule("X016", "a paragraph without its end", "The registry stores the", "The registry stores the address.")
def unfinished_paragraph(guide: Guide) -> Found:
    """A paragraph that ends without a mark looks cut off, and often it is."""
    for page in guide:
        for offset, whole in paragraphs(page):
            if whole.rstrip()[-1:] in _DONE:
                continue
            typed = page.source.text[offset : offset + len(whole)].rstrip()
            typed = typed[: typed.rfind("\n")].rstrip() if typed.endswith(_ENDS) and "\n" in typed else typed
            text = page.source.prose[offset : offset + len(typed)]  # it ends with a space if it ends with code
            if not (text[-1:].isalnum() or text[-1:] in (",", ";", "-", "(")) or _is_other(typed):
                continue
            end = offset + len(text)
            word = text.split()[-1]
            message = f'the paragraph ends with "{word}"; finish the sentence, or end it with a period'
            yield Finding(page.place(end - len(word)), message, len(word))


@rule("X017", "a mark without its partner", 'The status (or "state', 'The status (or "state")')
def lone_mark(guide: Guide) -> Found:
    """If one of two parentheses or quotation marks is missing, readers cannot tell where the aside or quote ends."""
    for page in guide:
        prose = page.source.prose
        if prose.count("(") != prose.count(")"):
            for offset, text in paragraphs(page):
                if (at := _lone_parenthesis(text)) is not None:
                    other = ")" if text[at] == "(" else "("
                    message = f'"{text[at]}" has no "{other}" in this paragraph; add it, or delete this one'
                    yield Finding(page.place(offset + at), message)
        if prose.count('"') % 2:
            for offset, text in paragraphs(page):
                if text.count('"') % 2:
                    message = "a quotation mark in this paragraph has no partner; add it, or delete this one"
                    yield Finding(page.place(offset + _lone_quote(text)), message)


def _lone_parenthesis(text: str) -> int | None:
    opened: list[int] = []
    for match in re.finditer(r"[()]", text):
        if match[0] == "(":
            opened.append(match.start())
        elif not opened:
            return match.start()
        else:
            opened.pop()
    return opened[-1] if opened else None


def _lone_quote(text: str) -> int:
    """The first mark that opens or closes when it should not: one that opens has a space or a bracket before it."""
    opened: int | None = None
    for match in re.finditer('"', text):
        at = match.start()
        opens = not at or text[at - 1] in " \n([=*"
        if opens == (opened is not None):
            return at if opened is None else opened
        opened = at if opens else None
    return text.rindex('"') if opened is None else opened


@rule("X027", "a dash", "It stops \u2014 or it waits.", "It stops, or it waits.")
def dash(guide: Guide) -> Found:
    """A dash does not say how two thoughts belong together. A comma, a colon, parentheses, or a new sentence does."""
    for page in guide:
        for match in _DASH.finditer(page.source.prose):
            if not _CLASS_OR_ADDRESS.search(page.source.text[max(match.start() - 40, 0) : match.start()]):
                message = f'"{match[0]}" is a dash; write a comma, a colon, or parentheses, or begin a new sentence'
                yield Finding(page.place(match.start()), message, len(match[0]))


def _is_other(typed: str) -> bool:
    """Whether a paragraph is a list, a table, a heading, HTML, or a block, of which the lines are not sentences."""
    words = typed.lstrip()
    words = _FENCE.sub("", words, count=1) if words.startswith(("///", "<quiz")) else words
    return words.startswith(_OTHER) or bool(_NUMBERED.match(words)) or "\n#" in words or not words


def _as_typed(page: Page, start: int, end: int) -> bool:
    """Whether no code or comment is blanked out between two offsets."""
    return page.source.text[start:end] == page.source.prose[start:end]
