"""The weight of each page in search: a factor on the score of all its entries."""

from __future__ import annotations

BOOSTS = {
    "": 0.5,  # the home page names all subjects without explaining them
    "glossary/": 0.8,  # enough to find a definition first: the theme counts a page 2.5 times a section
    "personas/": 2.0,  # "who does ..." is the subject of the site
    "workflow/": 2.0,
    "learn/": 2.0,  # each session explains its subject from the start
    "contrasts/": 1.5,  # readers who type two terms want to know the difference
    "cases/": 1.0,
    "lab/": 1.0,
    "topics/": 0.8,  # for later reading: their titles say "models" and "data" more often than they define them
    "status/": 0.5,  # reference for one fact each; its titles repeat the names of the terms
    "exam-map/": 0.5,
    "handouts/": 0.5,
    "essays/": 0.4,
    "quiz/": 0.3,  # a question's title names its subject without explaining it
    "corrections/": 0.3,
    "exports/": 0.3,
}
"""Factors by the beginning of an address; the first match counts."""


def boost(location: str) -> float:
    """The factor for an entry of the search index, such as `glossary/lineage/`; 1 where the table has no line."""
    if not location.partition("#")[0]:
        return BOOSTS[""]
    return next((factor for start, factor in BOOSTS.items() if start and location.startswith(start)), 1.0)
