"""Editions as HTML: what each contains, with which numbers, and what it never contains."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from edition_pages import letters, made, numbered, small, words
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.content.source import Source
from study.handouts import KINDS, Edition, editions
from study.handouts.cards import COLUMNS, column
from study.handouts.colophon import imprint
from study.handouts.confused_pairs import distinctions
from study.handouts.document import documents
from study.handouts.plan import Plan, for_persona, plan
from study.handouts.questions import gap_length
from study.render.fragments import Fragments
from study_pages import QUIZ


@pytest.fixture(scope="module", params=["small", "real"])
def guide(request: pytest.FixtureRequest) -> Guide:
    return small() if request.param == "small" else load(ROOT / "docs")


@pytest.fixture(scope="module")
def all_editions(guide: Guide) -> dict[str, str]:
    return made(guide)


def secrets(guide: Guide) -> list[str]:
    """The sentences of the key: model answers, key points, reasons, explanations, criteria, exemplars."""
    show = Fragments(guide)
    told: list[tuple[str, str]] = []
    for answer in guide.short_answers:
        told += [(answer.answer, answer.path), *((point.text, answer.path) for point in answer.key_points)]
    for question in guide.questions:
        told += [
            (question.explanation, question.path),
            *((option.reason, question.path) for option in question.options),
        ]
    for prompt in guide.prompts:
        told += [(prompt.exemplar, prompt.path), *((point.text, prompt.path) for point in prompt.criteria)]
    sentences = (sentence for text, path in told for sentence in re.split(r"(?<=[.?])\s", show.text(text, path)))
    return [letters(stops_behind(sentence)) for sentence in sentences if len(sentence) > 24]


def stops_behind(shown: str) -> str:
    """Where the page of a title follows, its sentence ends behind the page, not within the quotation marks."""
    return shown.replace('."', '".').replace(',"', '",')


def test_a_learner_sees_no_sentence_of_the_key(guide: Guide, all_editions: dict[str, str]) -> None:
    for name in (name for name in all_editions if name.endswith("learner")):
        document = all_editions[name]
        asked = re.findall(r'<article class="(?:question|answer|prompt)">.*?</article>', document, re.DOTALL)
        assert asked or not (guide.questions and "-" not in name)
        seen = letters(stops_behind(words("<body>" + "".join(asked))))
        assert [sentence for sentence in secrets(guide) if sentence in seen] == []
        assert not re.search(r"data-correct|\bRight:|class=\"right-option", document)


def test_the_key_holds_every_one_of_them(guide: Guide, all_editions: dict[str, str]) -> None:
    told = re.sub(r'<span class="elsewhere">.*?\]</span>', "", all_editions["key"])
    seen = re.sub(r"correction(?=C\d)", "", letters(stops_behind(words(told))))
    assert [sentence for sentence in secrets(guide) if sentence not in seen] == []


def test_numbers_and_ids_are_the_same_in_all_editions(guide: Guide, all_editions: dict[str, str]) -> None:
    learner = numbered(all_editions["learner"])
    assert numbered(all_editions["key"]) == learner
    assert len(learner) == len(guide.questions) + len(guide.short_answers) + len(guide.prompts)
    assert len(set(learner.values())) == len(learner)
    for edition in editions(guide.pages):
        own = numbered(all_editions[edition.name])
        assert own.items() <= learner.items()
        if edition.persona:
            assert own == numbered(all_editions[Edition("learner", edition.persona).name])


def test_every_definition_and_question_stands_in_the_learners_edition_once(
    guide: Guide, all_editions: dict[str, str]
) -> None:
    show = Fragments(guide)
    seen = letters(words(all_editions["learner"]))
    for term in guide.terms:
        assert seen.count(letters(show.text(term.paragraph, term.place.path))) == 1, term.id
    for question in guide.questions:
        if not question.blanks:
            assert seen.count(letters(show.text(question.text, question.path))) == 1, question.id
    for answer in guide.short_answers:
        assert seen.count(letters(show.text(answer.question, answer.path))) == 1, answer.id


def test_a_persona_has_its_own_and_nothing_else(guide: Guide) -> None:
    whole = plan(guide)
    for persona in {edition.persona for edition in editions(guide.pages)} - {""}:
        own = for_persona(whole, persona)
        assert set(own.terms) == {term for term in whole.terms if persona in term.personas}
        assert set(questions(own)) < set(questions(whole))
        assert all(f"{persona}.md" in stage["Owner"].text for stage in own.stages)


def questions(chosen: Plan) -> list[str]:
    return [each.number for theme in chosen.themes for each in theme.questions]


def test_ids_are_unique_and_links_lead_to_them(all_editions: dict[str, str]) -> None:
    for name, document in all_editions.items():
        ids = re.findall(r'\bid="([^"]+)"', document)
        assert len(ids) == len(set(ids)), name
        assert set(re.findall(r'href="#([^"]+)"', document)) <= set(ids), name


def test_numbers_follow_the_navigation() -> None:
    guide = Guide.read(
        Source(path, text.replace("#first", f"#{path[0]}-1").replace("#second", f"#{path[0]}-2"))
        for path, text in (("a.md", QUIZ), ("b.md", QUIZ))
    )
    assert [each.item.id for theme in plan(guide).themes for each in theme.questions] == ["a-1", "a-2", "b-1", "b-2"]
    ordered = plan(guide, ["b.md", "unknown.md"]).themes
    assert [(each.number, each.item.id) for theme in ordered for each in theme.questions][:3] == [
        ("Q1", "b-1"),
        ("Q2", "b-2"),
        ("Q3", "a-1"),
    ]


def test_a_term_is_a_page_reference_once_a_question_and_then_its_words() -> None:
    key = made(small(), "key")["key"]
    explained = key[key.index('<div class="explained">') :].partition("</div>")[0]
    assert explained.count('<a href="#lineage" class="place">lineage</a>') == 1
    assert explained.count("lineage") == 3


def test_a_link_outside_is_a_note_with_one_number_for_one_address() -> None:
    key = made(small(), "key")["key"]
    assert key.count('<a href="https://example.org/a">the page</a><sup>1</sup>') == 2
    assert '<li><a href="https://example.org/a">the page</a> <span class="address">https://example.org/a' in key
    assert '<a href="../workflow/">the workflow</a><span class="elsewhere"> [learner handout]</span>' in key


def test_a_page_that_is_cited_for_two_of_its_parts_has_two_notes() -> None:
    asked = QUIZ.replace("says [the page]", "says [its end]")
    key = made(small({"quiz/all.md": asked}), "key")["key"]
    assert '">the page</a><sup>1</sup>' in key and '">its end</a><sup>2</sup>' in key


@pytest.mark.parametrize(("note", "told"), [("from a copy", True), ("API model", True), ("see there", False)])
def test_notes_say_what_was_read_instead_of_a_source(note: str, told: bool) -> None:
    asked = QUIZ.replace("(https://example.org/a) and", f"(https://example.org/a) (May 2026; {note}) and")
    assert ("we read its text at another" in made(small({"quiz/all.md": asked}), "key")["key"]) is told


def test_the_page_of_a_title_comes_before_the_end_of_the_sentence() -> None:
    asked = QUIZ.replace(
        "So [lineage]", "See [Workflow](../workflow.md), [More](more.md), and [Why so](short.md). So [lineage]"
    )
    key = made(small({"quiz/all.md": asked, "quiz/more.md": "# More\n"}), "key")["key"]
    assert '>"Workflow"</a><span class="elsewhere"> [learner handout]</span>, <a' in key
    assert '>"More,"</a><sup>2</sup> and <a href="../quiz/short/">"Why so."</a><sup>3</sup> So <a' in key


def test_a_persona_reads_the_name_of_a_term_that_is_not_its_own() -> None:
    clerk = made(small(), "clerk-key")["clerk-key"]
    assert 'href="#lineage"' not in clerk
    assert 'href="#log"' in clerk


def test_options_keep_their_letters_in_every_edition() -> None:
    shown = made(small(), "learner", "key", "trainer")
    assert '<ol class="options" type="A"><li>The wrong one</li><li>The right one</li></ol>' in shown["learner"]
    assert "<b>B. The right one.</b> It leads back" in shown["key"]
    assert "<li><b>A.</b> A log lists events only.</li>" in shown["key"]
    assert "Right: <b>B. The right one.</b> <i>Listen for:</i> It leads back" in shown["trainer"]
    assert "<li><b>A. The wrong one.</b> A log lists events only.</li>" in shown["trainer"]


def test_what_is_typed_stays_text() -> None:
    learner = made(small(), "learner")["learner"]
    assert 'The history of "a &lt;model&gt;".' in learner
    assert "____________ &amp; &lt;more&gt;." in learner


def test_a_title_with_any_sign_is_safe_in_the_pages_style() -> None:
    own = imprint(small(), "https://example.org", 0, "")
    assert (own.title, own.site_url, own.built) == ('The \\ "guide"', "https://example.org/", "January 1, 1970")
    document = documents(small(), [Edition("key")], own)["key"]
    style = document[document.index("<style>") : document.index("</style>")]
    assert '\\00005c  \\000022guide\\000022"' in style


def test_what_two_terms_are_taken_for_is_parted_from_its_reason() -> None:
    lineage = small().by_name["lineage"]
    assert distinctions(lineage) == [("a [Log][]", "lists what happened"), ("magic", "does not exist")]


def test_a_gap_is_as_long_for_an_answer_as_for_one_a_little_longer() -> None:
    assert gap_length("S3") == gap_length("lineage") == 12
    assert gap_length("x" * 10) == gap_length("x" * 11) == 18
    assert gap_length("x" * 99) == 30


def test_a_back_lies_on_its_front_when_the_sheet_is_turned_on_its_long_edge() -> None:
    for place in range(8):
        assert column(place, True) == COLUMNS - 1 - column(place, False)


def test_cards_have_the_same_place_in_their_row_and_both_sides(guide: Guide, all_editions: dict[str, str]) -> None:
    pages = re.findall(r'<section class="sheet (front|back)".*?</section>', all_editions["cards"], re.DOTALL)
    assert pages == ["front", "back"] * (len(pages) // 2)
    cards = re.findall(
        r'class="card c(\d) r(\d) \w+"><p class="label"><b>[^<]*</b> <span>(\d+) of', all_editions["cards"]
    )
    count = len([term for term in guide.terms if term.definition]) + len(guide.short_answers)
    assert len(cards) == 2 * count
    by_number: dict[str, list[tuple[str, str]]] = {}
    for across, down, number in cards:
        by_number.setdefault(number, []).append((across, down))
    assert all(front[1] == back[1] and front[0] != back[0] for front, back in by_number.values())


def test_a_guide_with_nothing_in_it_still_gives_documents() -> None:
    empty = Guide.read([Source("index.md", "# Home\n")])
    assert set(made(empty)) == set(KINDS)


@pytest.mark.parametrize(("option", "shown"), [("Is it so?", "Is it so?</b> Yes."), ("So", "So.</b> Yes.")])
def test_an_option_that_ends_a_sentence_gets_no_second_mark(option: str, shown: str) -> None:
    asked = f"### A {{ #a }}\n\n<quiz>\nWhat?\n- [x] {option}\n> Yes.\n- [ ] No\n> No.\n\nSo.\n</quiz>\n"
    assert f"<b>A. {shown}" in made(Guide.read([Source("quiz/a.md", asked)]), "key")["key"]


def test_editions_are_well_formed_and_ids_stand_on_what_has_nothing_in_it(guide: Guide) -> None:
    """But for parts: below an id, WeasyPrint shares nothing that it computes."""
    for name, html in made(guide).items():
        root = ElementTree.fromstring(html)
        around = {each.tag for each in root.iter() if each.get("id") and len(each) and "svg" not in each.tag}
        assert around <= (set() if name == "cards" else {"section"}), name
