from __future__ import annotations

import pytest
from cases import guide
from study.render.hints import as_html, hints

GLOSSARY = """\
# Lineage { #lineage }

The record of where data came from.

- Also called: Provenance

# Amazon S3 { #amazon-s3 }

A store of objects, which keeps older versions.

# Bucket { #bucket }

A folder & more.

# Baseline { #baseline }

A reference.

# Empty { #empty }

# Engineer { #engineer }

The persona who builds.

# Auditor { #auditor }

The role that checks.

# Role { #role }

The rights of a job.
"""


def hinted(block: str) -> list[str]:
    read = guide(glossary=GLOSSARY, quiz__a=f"# A\n\n### One {{ #one }}\n\n<quiz>\n{block}\n</quiz>\n")
    (question,) = read.questions
    return [term.id for term in hints(read, question)]


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("Why?\n- [x] So\n> Yes.\n- [ ] Not so\n> No.\n\nSee [lineage][] and [bucket][].", ["lineage", "bucket"]),
        ("Why?\n- [x] So\n> [Bucket][].\n- [ ] Not so\n> No.\n\nSee [lineage][].", ["lineage"]),
        (
            "Which?\n- [x] Lineage\n> Yes.\n- [ ] A bucket\n> No.\n\nSee [lineage][], [bucket][], [baseline][].",
            ["baseline"],
        ),
        ("Which?\n- [x] The provenance\n> Yes.\n- [ ] None\n> No.\n\nSee [lineage][].", []),
        ("Which?\n- [ ] Lineages\n> No.\n- [x] None\n> Yes.\n\nSee [lineage][].", []),
        ("What?\n- [x] Versioning\n> Yes.\n- [ ] None\n> No.\n\nSee [Amazon S3][].", []),
        ("What of versions?\n- [x] Versioning\n> Yes.\n- [ ] None\n> No.\n\nSee [Amazon S3][].", ["amazon-s3"]),
        ("What?\n- [x] A version\n> Yes.\n- [ ] No version\n> No.\n\nSee [Amazon S3][].", ["amazon-s3"]),
        ("What?\n- [x] Which is from there\n> Yes.\n- [ ] None\n> No.\n\nSee [lineage][].", ["lineage"]),
        ("It is a [[reference]].\n\n---\nSee [baseline][] and [lineage][].", ["lineage"]),
        (
            "Why?\n- [x] So\n> Yes.\n- [ ] No\n> No.\n\n[Empty][], [bucket][], [lineage][], [baseline][].",
            ["bucket", "lineage"],
        ),
        ("Why?\n- [x] So\n> Yes.\n- [ ] No\n> No.\n\nNo term.", []),
        ("Why?\n- [x] So\n> Yes.\n- [ ] No\n> No.\n\n[Engineer][], [auditor][], [role][].", ["role"]),
    ],
    ids=[
        "terms of the explanation",
        "not of reasons",
        "a term among the options",
        "an alias among the options",
        "a plural among the options",
        "a word only the right option has",
        "a word of the question",
        "a word of a wrong option",
        "a word that means nothing",
        "the blank",
        "two at most, and none without a definition",
        "none",
        "nobody's role",
    ],
)
def test_a_hint_is_the_definition_of_a_term_that_does_not_tell_the_answer(block: str, found: list[str]) -> None:
    assert hinted(block) == found


def test_no_terms_no_hint_and_definitions_are_text() -> None:
    read = guide(glossary=GLOSSARY)
    assert as_html([], lambda path: path) == ""
    assert as_html([read.by_name["bucket"]], lambda path: f"../{path}") == (
        '<details class="hint"><summary>A hint</summary><dl>'
        '<dt><a href="../glossary/bucket.md">Bucket</a></dt><dd>A folder &amp; more.</dd></dl></details>'
    )


def test_a_hint_that_an_author_wrote_takes_the_place_of_definitions() -> None:
    quiz = "<quiz>\nWhy?\n- [x] So\n> Yes.\n- [ ] Not so\n> No.\n\nSee [lineage][].\n</quiz>\n\n/// hint\nAsk *who* waits.\n///\n"
    read = guide(glossary=GLOSSARY, quiz__a=f"# A\n\n### One {{ #one }}\n\n{quiz}\n### Two {{ #two }}\n\n{quiz}")
    assert [question.hint for question in read.questions] == ["Ask *who* waits."] * 2
    assert [hints(read, question) for question in read.questions] == [[], []]
