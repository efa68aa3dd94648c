from __future__ import annotations

import pytest
from study.site.search_words import inner_words, with_inner_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Set <code>ModelApprovalStatus</code>.", ["model", "approval", "status"]),
        ("The status of a model: <code>ModelApprovalStatus</code>", ["approval"]),
        ("<code>CreateModel</code>, <code>CreateModelPackage</code>", ["create", "model", "package"]),
        ("<p>SageMaker</p> <code>Approved</code> <code>has_app</code> <code>0.05</code>", []),
        ("<code>s3://x/model.tar.gz</code>", ["tar.gz", "gz"]),
    ],
)
def test_inner_words_are_those_that_the_text_lacks(text: str, words: list[str]) -> None:
    assert [*inner_words(text)] == words


def test_entries_end_with_their_inner_words_and_others_stay() -> None:
    index = {
        "config": {"lang": ["en"]},
        "docs": [
            {"location": "a/", "title": "Status", "text": "<p><code>ModelApprovalStatus</code></p>"},
            {"location": "b/", "title": "B", "text": "<p>A model</p>"},
        ],
    }
    assert with_inner_words(index) == {
        "config": {"lang": ["en"]},
        "docs": [
            {
                "location": "a/",
                "title": "Status",
                "text": "<p><code>ModelApprovalStatus</code></p> <p>model approval</p>",
            },
            {"location": "b/", "title": "B", "text": "<p>A model</p>"},
        ],
    }
