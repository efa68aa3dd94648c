"""One edition as one HTML document, for the screen, for a browser's printer and for a PDF: well-formed XML too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from ..content.guide import Guide
from ..content.personas import FOLDER as PERSONAS
from . import (
    POSTERS,
    STYLESHEET,
    Edition,
    cards,
    cases,
    cheat_sheets,
    key,
    learner,
    poster,
    printed_test,
    readings,
    rubric_grids,
    slides,
    trainer,
)
from .colophon import Imprint
from .links import CrossReference, Links, SiteFragments
from .places import cross_references, named_pages, places
from .plan import Plan, for_persona, plan
from .print_pages import mark_end
from .section import Part, escaped
from .session_sheets import NAME_AND_DATE
from .typeset.page_heads import css_string

TITLES = {
    "learner": "Learner handout",
    "key": "Answer key",
    "trainer": "Trainer guide",
    "cards": "Flashcards",
    "cases": "Case studies",
    "cheat-sheets": "Cheat sheets",
    "poster-a3": "The workflow",
    "poster-a4": "The workflow",
    "readings": "Readings",
    "rubric-grids": "Rubric grids",
    "slides": "Slides",
    "test": "Printed test",
    "test-key": "Key to the printed test",
}
_DESCRIPTIONS = {
    "learner": "The course on paper: what to read and answer. The answers are in the key, under the same numbers.",
    "key": "Model answers, key points, and a reason for every option, under the numbers of the learner handout.",
    "trainer": "Plans with what to print; for each part, what to listen for, what errors reveal, and what to discuss.",
    "cards": "Print on both sides at 100%, flip on the long edge, and cut along the marks.",
    "cases": "One model at two companies, questions about them, and the essay prompts. The answers are in the key.",
    "cheat-sheets": "One page for each role: what it receives and hands over, its tools, and what to avoid.",
    "poster-a3": "All stages, their owners, and their tools on one sheet.",
    "poster-a4": "All stages, their owners, and their tools on one sheet.",
    "readings": "The texts that each session asks you to read, besides its text in the learner handout.",
    "rubric-grids": "For grading a class's essays: each essay has one page for 8 learners, one for 16, and one for 24.",
    "slides": "The workflow, then for each session its goal, questions, and answers. Turn slides with the arrow keys.",
    "test": "Two versions of the same test, each with its answer sheet. Each of the four parts begins a new sheet.",
    "test-key": "The correct letters for both versions, and where the answer key gives the reasons.",
}
_STYLES = {
    "cards": "cards.css",
    "cheat-sheets": "cheat_sheets.css",
    "rubric-grids": "rubric_grids.css",
    "slides": "slides.css",
    "test": "printed_test.css",
    "test-key": "printed_test.css",
    "trainer": "trainer.css",
}
"""Besides the style of all editions, in the page. In a PDF, its rules win over the others, whatever their selectors."""
_STUDY_GUIDE_NOTE = '"The study guide" is the text that this course corrects. C1, C2 and so on number the corrections.'
_BRACKETS_NOTE = "Brackets name a page of this handout, or of another one, such as [readings, p. 4]."
_NUMBERS_NOTE = "The numbers match the full handout, so some are missing."
_READ_ELSEWHERE = re.compile(r"\d{4};\s+(?:from\s+a\s+copy|API\s+model)\)")
_DATES_NOTE = (
    'A source is followed by the month in which we checked it. "From a copy" means that we read its text at another'
    ' address; "API model", that we read the definition of the API that AWS publishes, not the page.'
)
_WITH_SOME_QUESTIONS = ("cases",)  # editions with some of the questions
_NAMES_STUDY_GUIDE = re.compile(r"study guide|correction C\d")
_PARTS = {
    "learner": learner.parts,
    "key": key.parts,
    "trainer": trainer.parts,
    "cases": cases.parts,
    "cheat-sheets": cheat_sheets.parts,
    "poster-a3": poster.parts,
    "poster-a4": poster.parts,
    "readings": readings.parts,
    "rubric-grids": rubric_grids.parts,
    "test": printed_test.test_parts,
    "test-key": printed_test.key_parts,
}


def documents(guide: Guide, wanted: Iterable[Edition], imprint: Imprint, order: Sequence[str] = ()) -> dict[str, str]:
    """The HTML of each edition, by its name. `order` is that of the site's navigation."""
    whole = plan(guide, order)
    fragments, references = SiteFragments(guide), cross_references(whole)
    made = {}
    for edition in wanted:
        chosen = for_persona(whole, edition.persona) if edition.persona else whole
        made[edition.name] = document(edition, chosen, fragments, imprint, references)
    return made


def document(
    edition: Edition, chosen: Plan, fragments: SiteFragments, imprint: Imprint, references: Mapping[str, CrossReference]
) -> str:
    """`references` say which edition has what this one only names."""
    links = Links(fragments, chosen.guide, places(chosen, edition), imprint.site_url, references, named_pages(edition))
    title = title_of(edition, chosen.guide)
    if edition.kind == "cards":
        return _page(edition, title, imprint, f"<main>{cards.sheets(chosen, links)}</main>")
    if edition.kind == "slides":
        return _page(edition, title, imprint, slides.slides(chosen), slides.START)
    parts = _PARTS[edition.kind](chosen, links)
    if links.notes and edition.kind not in POSTERS:
        dates = f" {_DATES_NOTE}" if any(_READ_ELSEWHERE.search(part.html) for part in parts) else ""
        parts.append(Part("notes", "Notes", f'<p class="how">Where links lead.{dates}</p>{links.notes_html()}'))
    main = "".join(_part(part) for part in parts)
    return _page(edition, title, imprint, f"{_contents(parts)}<main>{main}</main>")


def title_of(edition: Edition, guide: Guide) -> str:
    """Such as "Answer key: Data Engineer"."""
    if not edition.persona:
        return TITLES[edition.kind]
    page = guide.pages.get(f"{PERSONAS}/{edition.persona}.md")
    return f"{TITLES[edition.kind]}: {page.title if page else edition.persona}"


def _page(edition: Edition, title: str, imprint: Imprint, body: str, above: str = "") -> str:
    """The cover is between `above` and `body`."""
    whole = f"{title}, {imprint.title}"
    how = ". Print at 100%, both sides, flip on the long edge" if edition.kind == "cards" else ""
    foot = imprint.built + how
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<title>{escaped(whole)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="description" content="{escape(_DESCRIPTIONS[edition.kind])}"/>
<meta name="robots" content="noindex"/>
<link rel="icon" href="../assets/images/logo.svg"/>
<link rel="stylesheet" href="{STYLESHEET}"/>
<style>@page {{ @top-left {{ content: {css_string(whole)} }} @bottom-left {{ content: {css_string(foot)} }} }}</style>
{_style(edition.kind)}</head>
<body class="{edition.kind}">
{above}{_cover(edition, title, imprint, body)}
{body}
</body>
</html>
"""


def _style(kind: str) -> str:
    if kind not in _STYLES:
        return poster.style(kind)
    return f"<style>{Path(__file__).with_name(_STYLES[kind]).read_text(encoding='utf-8')}</style>\n"


def _cover(edition: Edition, title: str, imprint: Imprint, body: str) -> str:
    description = _DESCRIPTIONS[edition.kind]
    if edition.persona or edition.kind in _WITH_SOME_QUESTIONS:
        description += f" {_NUMBERS_NOTE}"
    notes = [_STUDY_GUIDE_NOTE] if _NAMES_STUDY_GUIDE.search(body) else []
    notes += [_BRACKETS_NOTE] if 'class="elsewhere"' in body else []
    return f"""<header class="cover">
<p class="site"><a href="../">{escaped(imprint.title)}</a></p>
<h1>{escaped(title)}</h1>
<p class="said">{escaped(description)}</p>
<p class="built">{escaped(" ".join([*notes, f"Built from the content of {imprint.built}."]))}</p>
<p class="home"><a href="./">All handouts</a></p>
{NAME_AND_DATE if edition.kind == "learner" else ""}
</header>"""


def _contents(parts: Iterable[Part]) -> str:
    items = "".join(f"<li>{_entry(part.id, part.title)}{_sections(part)}</li>" for part in parts)
    return f'<nav class="contents" aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>{items}</ol></nav>'


def _sections(part: Part) -> str:
    items = "".join(f"<li>{_entry(id, title)}</li>" for id, title in part.sections)
    return f"<ol>{items}</ol>" if items else ""


def _entry(id: str, title: str) -> str:
    return f'<a href="#{escape(id)}">{escaped(title)}</a>'


def _part(part: Part) -> str:
    inner = f"<h2>{escaped(part.title)}</h2>{part.html}{mark_end(part.id)}"
    return f'<section class="{part.kind}" id="{escape(part.id)}">{inner}</section>'
