"""The search index: the weight of each page, where words end, and the additional words that find an entry."""

from __future__ import annotations

import re

import pytest
from sites import ROOT
from study.content.guide import Guide
from study.content.source import Source
from study.site.search_boosts import BOOSTS, boost
from study.site.search_index import served, tuned
from study.site.search_phrases import PHRASES, phrases
from study.site.search_separator import SEPARATOR


@pytest.mark.parametrize(
    ("location", "factor"),
    [
        ("", BOOSTS[""]),
        ("#stages", BOOSTS[""]),
        ("glossary/lineage/", BOOSTS["glossary/"]),
        ("glossary/lineage/", BOOSTS["glossary/"]),
        ("quiz/govern/#phone-numbers", BOOSTS["quiz/"]),
        ("review/", 1),
    ],
)
def test_a_boost_is_that_of_the_page_or_its_folder(location: str, factor: float) -> None:
    assert boost(location) == factor


def words(text: str) -> list[str]:
    return [word for word in re.split(SEPARATOR, text, flags=re.ASCII) if word]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("what is SageMaker", ["SageMaker"]),
        ("Who approves a model?", ["approve", "model"]),
        ("the model's models, the models' model", ["model"] * 4),
        ("bias in process status analysis", ["bias", "process", "status", "analysis"]),
        ("AWS KMS S3 DPUs", ["AWS", "KMS", "S3", "DPU"]),
        ("CI/CD and A/B tests", ["CI", "CD", "A/B", "test"]),
        ("0.05 in model.tar.gz.", ["0.05", "model.tar.gz"]),
        ("atlas, isolation, andante", ["atlas", "isolation", "andante"]),
        ("point-in-time", ["point", "time"]),
        ("don't", ["don't"]),
    ],
)
def test_small_words_and_plural_endings_separate(text: str, left: list[str]) -> None:
    assert words(text) == left


def test_the_theme_can_put_the_separator_into_a_pattern_of_its_own() -> None:
    assert re.compile(SEPARATOR, re.ASCII).groups == 0


LINEAGE = "# Lineage { #lineage }\n\nA history.\n\n- Also called: provenance, origin\n"
GUIDE = Guide.read([Source("glossary/index.md", "# Glossary\n"), Source("glossary/lineage.md", LINEAGE)])


@pytest.mark.parametrize(
    ("location", "title", "found"),
    [
        ("glossary/#lineage", "Lineage", ["provenance, origin"]),
        ("glossary/lineage/", "Lineage", ["provenance, origin"]),
        ("workflow/#approve", "Approve", [PHRASES["workflow/approve"]]),
        ("learn/", "Start here", [PHRASES["learn"]]),
        ("contrasts/deploy/#canary-or-shadow", "Canary or shadow", ["vs, versus, difference"]),
        ("contrasts/deploy/", "Tell apart: canary or shadow", []),
        ("quiz/govern/#one", "One or two", []),
    ],
)
def test_phrases_find_what_says_it_in_other_words(location: str, title: str, found: list[str]) -> None:
    assert phrases(location, title, GUIDE.terms) == found


def test_each_phrase_names_a_page_or_a_heading() -> None:
    docs = ROOT / "docs"
    guide = Guide.read(
        Source(path.relative_to(docs).as_posix(), path.read_text("utf-8")) for path in docs.rglob("*.md")
    )
    pages = {page.path.removesuffix(".md").removesuffix("/index") for page in guide}
    ids = {f"{page.path.removesuffix('.md')}/{id}" for page in guide for id in page.anchors}
    assert PHRASES.keys() - pages - ids == set()


def test_the_index_gets_separator_boosts_and_phrases_and_keeps_the_rest() -> None:
    index = {
        "config": {"lang": ["en"], "separator": " ", "fields": {}},
        "docs": [
            {"location": "glossary/lineage/", "title": "Lineage", "text": "<p>A history.</p>"},
            {"location": "review/", "title": "Review", "text": "<code>model.tar.gz</code>"},
        ],
    }
    made = tuned(index, GUIDE.terms)
    assert made["config"]["lang"] == ["en"] and made["config"]["separator"] == SEPARATOR
    assert made["docs"] == [
        {
            "location": "glossary/lineage/",
            "title": "Lineage",
            "text": "<p>A history.</p>",
            "boost": BOOSTS["glossary/"],
            "tags": ["provenance, origin"],
        },
        {"location": "review/", "title": "Review", "text": "<code>model.tar.gz</code> <p>tar.gz gz</p>"},
    ]


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("index.html", ""),
        ("index.html#stages", "#stages"),
        ("learn/index.html", "learn/"),
        ("workflow.html#approve", "workflow/#approve"),
        ("glossary/lineage.html", "glossary/lineage/"),
        ("workflow/#approve", "workflow/#approve"),
        ("", ""),
    ],
)
def test_the_copy_for_a_folder_has_the_boosts_and_phrases_of_the_site(location: str, address: str) -> None:
    assert served(location) == address
    index = {"config": {}, "docs": [{"location": name, "title": "A", "text": "B"} for name in (location, address)]}
    found, own = ({**entry, "location": ""} for entry in tuned(index, GUIDE.terms)["docs"])
    assert found == own
