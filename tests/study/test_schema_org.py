from __future__ import annotations

import json

from cases import guide
from study.render.fragments import Fragments
from study.site.schema_org import as_json, structured

GLOSSARY = "# Bias { #bias }\n\nUnfairness.\n\n- Also called: unfair bias\n"
QUIZ = """\
# Quiz

Asks about [bias][].

### One { #one }

<quiz>
Is `a < b`?
- [x] Yes, **it** is
> See [bias][].
- [ ] No
> Not so.
</quiz>

### Two { #two }

<quiz>
Either [[this]] or [[that]].
---
See [bias][].
</quiz>

### Three { #three }

Why?

/// answer
Because of [bias][].

- [ ] A key point on [bias][].
///
"""


def data(path: str, site_url: str = "") -> dict:
    found = guide(
        index="# Home\n\nWelcome.\n",
        glossary=GLOSSARY,
        glossary__index="# Glossary\n\nAll terms.\n",
        quiz=QUIZ,
        other="# Other\n\nOn [bias][].\n",
    )
    return structured(found, found.pages[path], Fragments(found, site_url), "The site")


def test_a_quiz_has_its_questions_with_right_and_wrong_answers() -> None:
    quiz = data("quiz.md")
    one, two, three = quiz["hasPart"]
    assert (quiz["@type"], quiz["about"]) == ("Quiz", [{"@type": "Thing", "name": "Bias"}])
    assert one == {
        "@type": "Question",
        "@id": "#one",
        "eduQuestionType": "Multiple choice",
        "name": "One",
        "text": "Is a < b?",
        "acceptedAnswer": {
            "@type": "Answer",
            "text": "Yes, it is",
        },
        "suggestedAnswer": [{"@type": "Answer", "text": "No"}],
    }
    assert (two["eduQuestionType"], two["text"]) == ("Fill in the blank", "Either ... or ....")
    assert two["acceptedAnswer"] == {"@type": "Answer", "text": "this, that"}
    assert (three["@id"], three["text"], three["acceptedAnswer"]["text"]) == ("#three", "Why?", "Because of bias.")


def test_the_glossary_is_a_set_of_terms() -> None:
    entry = {"@type": "DefinedTerm", "@id": "#bias", "name": "Bias"}
    assert data("glossary/index.md")["hasDefinedTerm"] == [entry]
    entry["url"] = "https://example.org/glossary/bias/"
    assert data("glossary/index.md", "https://example.org/")["hasDefinedTerm"] == [entry]


def test_the_page_of_a_term_is_about_it() -> None:
    found = data("glossary/bias.md", "https://example.org/")
    assert found["@type"] == "LearningResource" and found["teaches"] == ["Bias"]
    assert found["mainEntity"] == {
        "@type": "DefinedTerm",
        "@id": "#bias",
        "name": "Bias",
        "description": "Unfairness.",
        "alternateName": ["unfair bias"],
        "inDefinedTermSet": "https://example.org/glossary/",
    }


def test_the_home_page_is_the_course_and_another_page_teaches() -> None:
    assert [data("index.md")[key] for key in ("@type", "name")] == ["Course", "The site"]
    assert [data("other.md")[key] for key in ("@type", "teaches")] == ["LearningResource", ["Bias"]]


def test_addresses_stand_only_where_the_site_has_one() -> None:
    assert "url" not in data("quiz.md")
    assert data("quiz.md", "https://example.org/")["url"] == "https://example.org/quiz/"


def test_no_text_ends_the_script() -> None:
    typed = {"text": "</script><b>"}
    assert "<" not in as_json(typed)
    assert json.loads(as_json(typed)) == typed
