from __future__ import annotations

import pytest
from study.closed import closed, opened

HIDDEN = " data-search-exclude"


@pytest.mark.parametrize(
    "html",
    [
        '<details class="answer"><summary>Show the answer</summary></details>',
        '<details class="exemplar"><summary>Show the exemplar</summary></details>',
        '<details class="hint"><summary>A hint</summary></details>',
        '<div class="answer-feedback hidden">Why</div>',
        '<section class="content hidden"><p>So</p></section>',
        '<button type="submit" class="quiz-button">Submit</button>',
    ],
)
def test_what_is_closed_is_hidden_from_search(html: str) -> None:
    assert closed(html) == html.replace(">", f"{HIDDEN}>", 1)


def test_what_is_open_is_not_hidden_nope() -> None:
    html = '<details class="note"><summary>More</summary></details><div class="quiz" id="quiz-a"><p>Asked?</p></div>'
    assert closed(html) == html


def test_options_are_words_of_their_own() -> None:
    assert closed('<label>A</label><div class="answer-feedback hidden">') == (
        f'<label>A</label>\n<div class="answer-feedback hidden"{HIDDEN}>'
    )


def test_readers_get_no_trace_of_it() -> None:
    html = '<details class="answer">x</details>'
    assert opened(closed(html)) == html
