"""The preview of a shared link: a short description, and the picture of the page's section."""

from __future__ import annotations

import re
from html import escape

from ..content.page import Page

LONGEST = 160  # search engines and messengers cut what is longer
FOLDER = "assets/images/share"
TOUCH_ICON = "assets/images/apple-touch-icon.png"
SECTIONS = {
    "": "Who does what, with which tool, at which stage",
    "learn": "The course, in sessions of twenty minutes",
    "workflow": "The workflow, stage by stage",
    "personas": "Four roles and their guides",
    "cases": "Two companies, one model",
    "topics": "Subjects that cut across the stages",
    "contrasts": "Pairs of terms, told apart",
    "glossary": "Every term, defined",
    "quiz": "Questions with a reason for each option",
    "essays": "Essay prompts with annotated exemplars",
    "lab": "The workflow in code",
    "handouts": "Handouts to print",
}
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
_PERSONAS = ("#5cc8c4", "#b99af2", "#f0a063", "#f08aaf")


def section(page: Page) -> str:
    """The key in `SECTIONS` of a page, which is its folder or its name; empty for all others."""
    first = page.path.removesuffix(".md").split("/")[0]
    return first if first in SECTIONS else ""


def picture_path(name: str) -> str:
    return f"{FOLDER}/{name or 'site'}.png"


def robots(site_url: str) -> str:
    """The file `robots.txt`, which names the site map only where the site's address is known."""
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {site_url}sitemap.xml\n" if site_url else "")


def short(description: str) -> str:
    """Its first sentences that fit in `LONGEST` characters, or, of one that does not, its words and an ellipsis."""
    if len(description) <= LONGEST:
        return description
    kept = ""
    for sentence in _SENTENCE.split(description):
        if len(longer := f"{kept} {sentence}".lstrip()) > LONGEST:
            break
        kept = longer
    return kept or description[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def picture(name: str, site_name: str) -> str:
    """The SVG of a section's picture, 1200 by 630 px, which is the size that networks ask for."""
    people = "".join(
        f'<circle cx="{150 + 150 * index}" cy="190" r="44" fill="{color}"/>' for index, color in enumerate(_PERSONAS)
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
<rect width="1200" height="630" fill="#1b2a41"/>
{people}
<path d="M106 290h988" stroke="#ffd75e" stroke-width="14" stroke-linecap="round"/>
<g fill="#fff" font-family="Georgia, 'DejaVu Serif', serif">
<text x="100" y="410" font-size="64" font-weight="700">{escape(site_name)}</text>
<text x="100" y="500" font-size="44" fill="#dfe5ee">{escape(SECTIONS[name])}</text>
</g>
</svg>"""
