"""Lines of a quiz block that authors mean as an option, reason, blank, or separator, but mkdocs-quiz reads differently.

Each fault has the code of its rule, its place, and what to type. One mistake is one fault: the consequences of an
earlier fault of the same block are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from .inline import short
from .quiz_grammar import BLANK, OPTION, REASON, SEPARATOR, Line, Parts
from .source import without_code

_DASHES = "-*+\u2010\u2011\u2012\u2013\u2014\u2212\u2022\u2023\u25e6\u25aa\u00b7\uff0d"
_OPEN, _CLOSE = "[\\[({\u3010\uff3b]", "[\\])}\u3011\uff3d]+"
_NEAR_OPTIONS = (
    re.compile(  # a bullet, and a mark that is nearly one: -[x], - [ok], - (x), - [x Yes, - x] Yes
        rf"[ \t]*(?:[{_DASHES}]|\w{{1,2}}[.)])[ \t]*(?:\\?{_OPEN}[ \t]*(?:\w{{1,3}}|[\u2713-\u2718*+])?[ \t]*{_CLOSE}"
        r"|\[[xX ][ \t]+(?=\w)|[xX]?\](?=[ \t]|\w))(?![\[(])(?P<text>.*)$"
    ),
    re.compile(rf"[ \t]*(?:\\?{_OPEN}[ \t]*[xX\u2713-\u2718]?[ \t]*{_CLOSE}|x\])(?![\[(])(?P<text>.*)$"),  # no bullet
    re.compile(rf"[ \t]*(?:[{_DASHES}][ \t]*)?[\u2610-\u2612\u25a1\u25a2\u2705](?P<text>.*)$"),  # a drawn box
)
_BULLET = re.compile(rf"[ \t]*(?:[{_DASHES}]|\d{{1,2}}[.)])[ \t]+(?P<text>\S.*)$")
_MARK = re.compile(rf"{_OPEN}[ \t]*[^\W0nN]|{_OPEN}[ \t]*[\u2713\u2714*+]|[xX]\]|[\u2611\u2705]")
_NEAR_REASON = re.compile(
    r"[ \t]*(?:&gt;|[\u00bb\u203a\uff1e\u27e9\u2192]|->|=>|<(?![/\w!])|\\>|(?:Reason|Why|Because):)[ \t]*(?P<text>.*)$"
)
_NEAR_SEPARATOR = re.compile(r"[ \t]*(?:(?:[-*_=~\u2013\u2014\u2212][ \t]*){2,}|[\u2013\u2014\u2212])$")
_HEADING = re.compile(r"#{1,6}(?:[ \t]|\w)")
_NEAR_BLANK = re.compile(
    r"\[\[[ \t]*\]\]|\[\[[^\[\]\n]*\](?!\])|(?<!\[)\[[^\[\]\n]*\]\]|(?<![\w\]!])\[[^\[\]\n]*\](?![\[(\]])"
    r"|\[ \[[^\[\]\n]*\] \]|\(\([^()\n]+\)\)|\{\{[^{}\n]*\}\}|_{3,}|\.{4,}|<<\w[^<>\n]*>>"
)


@dataclass(frozen=True, slots=True)
class Fault:
    code: str
    message: str
    offset: int
    length: int


def faults(parts: Parts, offset: int) -> Iterator[Fault]:
    """The faults of a block that begins at an offset, in order."""
    return iter(sorted(_faults(parts, offset), key=lambda fault: fault.offset))


def hidden_fault(offset: int) -> Fault:
    """A quiz in a comment. No line of it is read as its author expects."""
    return Fault("Q035", "this question is in a comment, and is shown all the same; delete it", offset, 6)


def _faults(parts: Parts, offset: int) -> Iterator[Fault]:
    yield from (_heading(line) for line in parts.lines if not line.code and _HEADING.match(line.text))
    indents = [len(line.text) - len(line.text.lstrip()) for line in parts.lines if line.text.strip()]
    if min(indents, default=0):
        message = "the lines of this quiz are indented; write them at the margin, outside of lists"
        yield Fault("Q031", message, offset, 6)
        return
    if parts.blank:
        yield from _blank_faults(parts)
        return
    near = [*_near_in_text(parts)]
    yield from near
    yield from _after_options(parts) if parts.options else ()
    yield from (_empty(option.line) for option in parts.options if not option.text.strip())
    if not parts.options and not near:
        yield from _near_blanks(parts)


def _fault(code: str, message: str, line: Line) -> Fault:
    shown = line.text.strip()
    start = line.offset + len(line.text) - len(line.text.lstrip())
    return Fault(code, message, start, max(len(shown), 1))


def _heading(line: Line) -> Fault:
    message = f'"{short(line.text)}" is a heading inside a quiz; close the quiz above it, or write **bold** text'
    return _fault("Q027", message, line)


def _empty(line: Line) -> Fault:
    return _fault("Q024", f'the option "{line.text.strip()}" has no text; write what a reader may choose', line)


def _near(line: Line) -> Fault | None:
    """A mistyped option."""
    if line.code or OPTION.match(line.text):
        return None
    near = next(filter(None, (pattern.match(line.text) for pattern in _NEAR_OPTIONS)), None)
    if near is None:
        return None
    text = near["text"].strip()
    if not text:
        return _empty(line)
    mark = line.text[: near.start("text")]
    right = f"- [{'x' if _MARK.search(mark) else ' '}] {_without_mark(text)}"
    return _fault("Q020", f'"{short(line.text)}" is not read as an option; write "{short(right)}"', line)


def _unmarked(line: Line, before: Line | None, after: Line | None) -> Fault | None:
    """A list item without its mark that is meant as an option: it has a reason below it, or options around it."""
    bullet = None if line.code or OPTION.match(line.text) else _BULLET.match(line.text)
    if bullet is None or after is None:
        return None
    reasoned = bool(REASON.match(after.text))
    between = before is not None and _is_option(before) and _is_option(after)
    if not reasoned and not between:
        return None
    shown = short(bullet["text"])
    message = f'"{short(line.text)}" is not read as an option; write "- [ ] {shown}", or "- [x] {shown}" if it is right'
    return _fault("Q020", message, line)


def _is_option(line: Line) -> bool:
    return bool(OPTION.match(line.text) or REASON.match(line.text))


def _with_neighbors(lines: Sequence[Line]) -> Iterator[tuple[Line | None, Line, Line | None]]:
    """Each line with the lines before and after it."""
    return zip((None, *lines), lines, (*lines[1:], None), strict=False)


def _near_in_text(parts: Parts) -> Iterator[Fault]:
    """Options that the question's text has swallowed."""
    for before, line, after in islice(_with_neighbors(parts.lines), len(parts.text)):
        if fault := _near(line) or _unmarked(line, before, after):
            yield fault


def _after_options(parts: Parts) -> Iterator[Fault]:
    """A line that ends the options too early, and the options that it cuts off."""
    if not parts.explanation:
        return
    end, *rest = parts.explanation
    above = parts.lines[parts.lines.index(end) - 1]
    broken = True
    if REASON.match(end.text) and not end.code:
        message = f'"{short(end.text)}" belongs to no option; remove the blank line above it'
        yield _fault("Q010", message, end)
    elif above.text.strip() and not _HEADING.match(end.text):
        after = rest[0] if rest else None
        yield _near(end) or _unmarked(end, above, after) or _continued(end, bool(parts.options[-1].reason))
    else:
        broken = False
    for before, line, after in islice(_with_neighbors(parts.explanation), int(broken), None):
        if near := _near(line) or _unmarked(line, before, after):
            yield near
        elif OPTION.match(line.text) and not line.code and not broken:
            message = f'the option "{short(line.text)}" comes after the explanation has begun; move it above'
            yield _fault("Q029", message, line)


def _continued(line: Line, reasoned: bool) -> Fault:
    """A second line of an option or a reason."""
    shown = short(line.text)
    if near := _NEAR_REASON.match(line.text):
        return _fault("Q023", f'"{shown}" is not read as a reason; write "> {short(near["text"])}"', line)
    if reasoned:
        message = f'"{shown}" continues a reason without ">"; write "> {shown}", or a blank line above an explanation'
        return _fault("Q023", message, line)
    message = f'"{shown}" follows an option; write the option on one line, and its reason as "> why" right below it'
    return _fault("Q022", message, line)


def _blank_faults(parts: Parts) -> Iterator[Fault]:
    options = [line for line in parts.lines if OPTION.match(line.text) and not line.code]
    if options:
        yield from _links_among_options(parts)
        return
    yield from _blanks_in_code(parts)
    if len(parts.text) == len(parts.lines):
        yield _separator(parts)


def _links_among_options(parts: Parts) -> Iterator[Fault]:
    """``[[x]]`` in a question with options: mkdocs-quiz shows the options as a list, and a text field."""
    if len(parts.text) < len(parts.lines):
        for line in (line for line in parts.lines if OPTION.match(line.text) and not line.code):
            message = f'"{short(line.text)}" is an option in a question with a blank; delete one of the two'
            yield _fault("Q033", message, line)
        return
    for line in parts.lines:
        for blank in BLANK.finditer(without_code(line.text)):
            message = f'"{blank[0]}" makes a blank of this question with options; write "[{blank[1]}][]" for a term'
            yield Fault("Q033", message, line.offset + blank.start(), len(blank[0]))


def _blanks_in_code(parts: Parts) -> Iterator[Fault]:
    """``[[x]]`` in code: if the question has a real blank, mkdocs-quiz makes a field of it too."""
    for line in parts.lines:
        text = line.text if not line.code else " " * len(line.text)
        real = {match.start() for match in BLANK.finditer(without_code(text))}
        for match in BLANK.finditer(line.text):
            if match.start() not in real:
                message = (
                    f'"{match[0]}" in code becomes a blank too, in a question with a blank; ask about it with options'
                )
                yield Fault("Q034", message, line.offset + match.start(), len(match[0]))


def _separator(parts: Parts) -> Fault:
    """No ``---`` separates the question from its explanation, so the reader sees both at once."""
    fix = f"write {SEPARATOR} on a line of its own between question and explanation"
    for line in parts.lines:
        if not line.code and _NEAR_SEPARATOR.match(line.text):
            return _fault("Q025", f'"{line.text.strip()}" does not end the question; write "{SEPARATOR}"', line)
    asked = [index for index, line in enumerate(parts.lines) if BLANK.search(line.text)]
    below = next((line for line in parts.lines[max(asked, default=0) :] if not line.text.strip()), parts.lines[-1])
    return Fault("Q025", f"this question with a blank has no explanation of its own; {fix}", below.offset, 1)


def _near_blanks(parts: Parts) -> Iterator[Fault]:
    """A mistyped blank, in a question without options and without a blank."""
    rule = next((index for index, line in enumerate(parts.lines) if line.text.strip() == SEPARATOR), None)
    for line in parts.lines[:rule]:
        if line.code:
            continue
        for near in _NEAR_BLANK.finditer(without_code(line.text)):
            words = re.sub(r"[\[\](){}<>]|^[_.]+$", "", near[0]).strip()
            if words.lower() in ("", "x") and near[0] in ("[ ]", "[x]", "[X]", "[]"):
                continue
            message = f'"{near[0]}" is not read as a blank; write "[[{words or "answer"}]]"'
            yield Fault("Q026", message, line.offset + near.start(), len(near[0]))


def _without_mark(text: str) -> str:
    return re.sub(r"^(?:\[[xX ]?\]|\])[ \t]*", "", text)
