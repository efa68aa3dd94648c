"""The readings: the texts that each session lists, without their questions and without parts of the handout."""

from __future__ import annotations

import re

import pytest
from edition_pages import COURSE, letters, made, small, words
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.handouts import readings
from study.handouts.plan import plan
from study.handouts.plan_sheets import handout_places
from study.handouts.print_pages import page_of


@pytest.fixture(scope="module")
def real() -> Guide:
    return load(ROOT / "docs")


def read(changed: dict[str, str]) -> dict[str, str]:
    """What each part says, by its id."""
    document = made(small({**COURSE, **changed}), "readings")["readings"]
    parts = re.findall(r'<section class="part case" id="([^"]+)">(.*?)</section>', document, re.DOTALL)
    return {id: words(f"<body>{html}") for id, html in parts}


def test_a_section_is_read_up_to_its_first_question() -> None:
    pairs = COURSE["contrasts/a.md"].replace("{ #one }\n", "{ #one }\n\nThey differ.\n", 1)
    assert read({"contrasts/a.md": pairs}) == {"read-session-logs": "Session 2: About logs Pairs: One They differ."}


def test_readings_come_in_the_order_of_their_session() -> None:
    pairs = "# Pairs\n\n## One { #one }\n\nFirst.\n\n## Two { #two }\n\nSecond.\n"
    logs = COURSE["learn/logs.md"].replace("a.md#one)\n", "a.md#two)\n2. [One](../contrasts/a.md#one)\n")
    assert read({"contrasts/a.md": pairs, "learn/logs.md": logs}) == {
        "read-session-logs": "Session 2: About logs Pairs: Two Second. Pairs: One First."
    }


def test_a_page_is_read_without_its_sources() -> None:
    page = "# Pairs\n\nTwo.\n\n## One { #one }\n\nFirst.\n\n## Sources { #sources }\n\n- Not this\n"
    logs = COURSE["learn/logs.md"].replace("a.md#one", "a.md")
    assert read({"contrasts/a.md": page, "learn/logs.md": logs}) == {
        "read-session-logs": "Session 2: About logs Pairs Two. One First."
    }


def test_what_the_learner_handout_has_is_not_read_again() -> None:
    logs = COURSE["learn/logs.md"].replace("../contrasts/a.md#one", "../workflow.md#build")
    assert read({"learn/logs.md": logs}) == {}


@pytest.mark.parametrize("there", ["workflow/words.md", "personas/index.md#seen"])
def test_a_page_that_the_learner_handout_prints_is_not_read_again(there: str) -> None:
    changed = {
        **COURSE,
        "learn/logs.md": COURSE["learn/logs.md"].replace("../contrasts/a.md#one", f"../{there}"),
        "workflow/words.md": "# Words\n\n## Words { #words-to-know-first }\n\nOne.\n",
        "personas/index.md": "# Roles\n\n## Seen { #seen }\n\n| Stage | [Clerk](clerk.md) |\n| --- | --- |\n| A | - |\n",
    }
    assert read(changed) == {}
    assert re.search(
        r'<a href="#[\w-]+" class="place">One or the other</a>', made(small(changed), "learner")["learner"]
    )


def test_a_heading_within_a_reading_is_below_its_title() -> None:
    pairs = "# Pairs\n\n## One { #one }\n\nFirst.\n\n### More { #more }\n\nSecond.\n"
    shown = made(small({**COURSE, "contrasts/a.md": pairs}), "readings")["readings"]
    assert re.findall(r"<h(\d)[^>]*>(?:Pairs: One|More)</h", shown) == ["3", "4"]


def test_the_contents_name_each_reading() -> None:
    shown = made(small(COURSE), "readings")["readings"].partition("</nav>")[0]
    assert '<a href="#read-contrasts-a-one">Pairs: One</a>' in shown


def test_what_two_sessions_name_is_printed_with_the_first() -> None:
    first = COURSE["learn/first.md"].replace(
        "About [lineage][].", "About [lineage][].\n\n1. [One](../contrasts/a.md#one)"
    )
    assert list(read({"learn/first.md": first})) == ["read-session-first"]


def test_all_that_sessions_say_to_read_is_on_paper(real: Guide) -> None:
    whole = plan(real, real.nav or ())
    printed = {**handout_places(whole), **readings.places(whole)}
    named = [f"/{each.path}#{each.id}" if each.id else f"/{each.path}" for one in real.sessions for each in one.reads]
    assert len(named) > 20 and [address for address in named if address not in printed] == []


def test_no_question_is_among_the_readings(real: Guide) -> None:
    seen = letters(words(made(real, "readings")["readings"]))
    titles = [question.title for question in real.questions if question.path.startswith("contrasts/")]
    assert titles and [title for title in titles if letters(title) in seen] == []


def test_a_session_says_that_its_reading_is_in_the_readings(real: Guide) -> None:
    learner = made(real, "learner")["learner"]
    assert re.search(r'href="\.\./workflow/#approval-gate">[^<]*</a><span class="elsewhere"> \[readings<', learner)


def test_a_term_to_read_in_full_is_named_with_its_page_in_the_readings(real: Guide) -> None:
    learner = made(real, "learner")["learner"]
    features = learner[learner.index('id="session-features"') :].partition("<h3>Answer</h3>")[0]
    told, _, listed = features.partition("<ol>")
    assert 'href="#sagemaker-feature-store"' in told and "[readings" not in told
    assert page_of("read-glossary-sagemaker-feature-store", "readings") in listed
