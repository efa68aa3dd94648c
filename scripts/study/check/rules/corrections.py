"""F: corrections of the study guide, and links whose words name something else than their target."""

from __future__ import annotations

import re

from ...content.dates import MONTHS
from ...content.glossary import FOLDER as GLOSSARY
from ...content.glossary import is_term_file
from ...content.guide import Guide
from ...content.inline import fold, plain
from ...content.page import Heading, Page
from ...content.workflow import PATH as WORKFLOW
from ..problem import Nearest
from .named import CORRECTIONS, targets
from .registry import Finding, Found, rule
from .targets import internal

LABELS = ("The study guide says", "Today", "Why it matters", "Verdict", "Affects", "Source")
VERDICTS = ("wrong", "outdated", "oversimplified")
_VERDICT = re.compile(r"^- Verdict:[ \t]*([^\n]*)", re.MULTILINE)
_FACT = re.compile(r"- (?:Used by|Stage|Owner): ")  # F005 and W004 report these lines
_TITLE = re.compile(rf"Corrected, (?:{'|'.join(MONTHS)}) 20\d\d$")
_DATED = re.compile(rf"\([^()]*(?:{'|'.join(MONTHS)})\s+20\d\d")
_LABEL = re.compile(r"^[-*+] ([A-Z][\w ]+):", re.MULTILINE)
_NUMBER = re.compile(r"C(\d+)\.\s+\S")


@rule(
    "F020",
    "a correction without its month",
    "/// correction\nThe value is another.\n///",
    "/// correction | Corrected, November 2026\nThe value is another.\n///",
)
def correction_without_month(guide: Guide) -> Found:
    """A correction is true for the month in which it was checked, so its title shows the month."""
    for page in guide:
        for block in page.blocks:
            if block.name == "correction" and not _TITLE.match(block.argument):
                shown = f'"{block.argument}"' if block.argument else "missing"
                message = f'the title of this correction is {shown}; write "| Corrected, November 2026"'
                yield Finding(page.place(block.offset), message, block.start - block.offset - 1)


@rule(
    "F021",
    "a correction without its link",
    "/// correction | Corrected, November 2026\nIt is so.\n///",
    "See [C6](corrections.md#approval-status-values).",
)
def correction_without_link(guide: Guide) -> Found:
    """The page of corrections has the source and the reason, so each dated note links its entry there."""
    if CORRECTIONS not in guide.pages:
        return
    for page in guide:
        linked = [link.offset for link, path, anchor in internal(page) if path == CORRECTIONS and anchor]
        for block in page.blocks:
            if block.name == "correction" and not any(block.start <= offset < block.stop for offset in linked):
                message = f'this correction links no entry; add one, such as "See [C6]({CORRECTIONS}#its-id)."'
                yield Finding(page.place(block.offset), message, block.start - block.offset - 1)


@rule("F022", "a correction that lacks a part", "- Verdict: wrong", "- Verdict: wrong\n- Affects: ...\n- Source: ...")
def correction_without_part(guide: Guide) -> Found:
    """Each entry says what the guide says, what is true today, why it matters, the verdict, its pages, its source."""
    for page, heading in _sections(guide):
        start, stop = page.section(heading)
        lines = {match[1]: match.start(1) for match in _LABEL.finditer(page.source.prose, start, stop)}
        found = [match[1] for match in _LABEL.finditer(page.source.prose, start, stop)]
        if found == [*LABELS]:
            continue
        at = lines.get(_before_gap(found), heading.offset)
        missing = [label for label in LABELS if label not in found]
        extra = [label for label in found if label not in LABELS]
        if missing:
            near = Nearest(extra).to(missing[0]) or (extra[0] if len(extra) == len(missing) == 1 else None)
            hint = f' (it has "{near}")' if near else ""
            at = lines[near] if near else at
            message = f'"{heading.text}" lacks "{missing[0]}"{hint}; the parts are {", ".join(LABELS)}'
        else:
            reason = f'has the unknown part "{extra[0]}"' if extra else "has its parts twice or out of order"
            message = f'"{heading.text}" {reason}; they are {", ".join(LABELS)}'
        yield Finding(page.place(at), message)


def _before_gap(found: list[str]) -> str:
    """The last part before the first one that is missing or in the wrong place."""
    right = [label for label, typed in zip(LABELS, found, strict=False) if label == typed]
    same = next((index for index, label in enumerate(right) if label != LABELS[index]), len(right))
    return LABELS[same - 1] if same else ""


@rule("F026", "a correction with an unknown verdict", "- Verdict: oversimplifed", "- Verdict: oversimplified")
def correction_with_unknown_verdict(guide: Guide) -> Found:
    """The page counts its corrections by verdict, so each has a verdict that the page explains."""
    nearest = Nearest(VERDICTS)
    for page, heading in _sections(guide):
        start, stop = page.section(heading)
        for match in _VERDICT.finditer(page.source.prose, start, stop):
            if any(verdict not in VERDICTS for verdict in match[1].strip().split(" and ")):
                hint = nearest.hint(match[1].strip()) or f"; the verdicts are {', '.join(VERDICTS)}"
                yield Finding(
                    page.place(match.start(1)), f'no verdict is called "{match[1].strip()}"{hint}', len(match[1])
                )


@rule("F023", "a correction with the wrong number", "### C3. One\n\n### C5. Two", "### C3. One\n\n### C4. Two")
def correction_out_of_number(guide: Guide) -> Found:
    """Corrections are numbered from C1. Other pages refer to the numbers, so none is skipped or used twice."""
    for number, (page, heading) in enumerate(_sections(guide), 1):
        typed = _NUMBER.match(heading.text)
        if not typed or int(typed[1]) != number:
            message = f'this is correction {number}; its heading begins "C{number}. "'
            yield Finding(page.place(heading.offset), message, heading.level)
            return


@rule(
    "F024",
    "a correction without a dated source",
    "- Source: AWS",
    "- Source: [Title, AWS](https://...) (November 2026)",
)
def correction_without_source(guide: Guide) -> Found:
    """A correction contradicts the study guide, so its source must be there to check, with the month."""
    for page, heading in _sections(guide):
        start, stop = page.section(heading)
        at = page.source.prose.find("\n- Source:", start, stop)
        if at >= 0 and not _DATED.search(page.source.text, at, stop):
            message = 'this source has no month; write "(November 2026)", or when you checked it, after its link'
            yield Finding(page.place(at + 1), message, len("- Source:"))


def _sections(guide: Guide) -> list[tuple[Page, Heading]]:
    page = guide.pages.get(CORRECTIONS)
    return [(page, heading) for heading in page.headings if heading.level == 3] if page else []


@rule(
    "F025",
    "link text that names something else",
    "[C35](corrections.md#c-34)",
    "[C34](corrections.md#c-34)",
)
def words_of_another(guide: Guide) -> Found:
    """A reader who follows "C35" and arrives at C34 cannot tell which of the two you mean."""
    known = targets(guide)
    named = {place: name for name, places in known.items() for place in places}
    for page in guide:
        for link, path, anchor in internal(page):
            words = fold(plain(link.text))
            places = known.get(words)
            line = page.source.text.rfind("\n", 0, link.offset) + 1
            if _FACT.match(page.source.text, line) and (is_term_file(page.path) or page.path == WORKFLOW):
                continue
            same_kind = places and _kind_of(path) in {_kind_of(place) for place, _ in places}
            if places and same_kind and (path, anchor) not in places and (path, anchor) in named:
                message = (
                    f'"{plain(link.text)}" leads to "{_title(guide, path, anchor)}"; correct the words or the link'
                )
                yield Finding(page.place(link.offset), message, link.end - link.offset)
            elif places is None and re.fullmatch(r"c\d+", words) and path == CORRECTIONS:
                yield Finding(
                    page.place(link.offset), f'there is no correction "{plain(link.text)}"', link.end - link.offset
                )
            elif places is None and plain(link.text)[:1].isupper() and path == CORRECTIONS:
                title = _title(guide, path, anchor)
                if _NUMBER.match(title) and fold(title.partition(" ")[2]) != words:
                    message = f'"{plain(link.text)}" is not the title of "{title}"; correct the words'
                    yield Finding(page.place(link.offset), message, link.end - link.offset)


def _kind_of(path: str) -> str:
    """The folder or page with all things of one kind: a folder for personas and terms, a page for other kinds."""
    return path.partition("/")[0] if path.startswith(("personas/", f"{GLOSSARY}/")) else path


def _title(guide: Guide, path: str, anchor: str) -> str:
    """The title of a link's target: that of the heading or of the page."""
    headings = (heading.text for heading in guide.pages[path].headings if heading.id == anchor)
    return next(headings, guide.pages[path].title)
