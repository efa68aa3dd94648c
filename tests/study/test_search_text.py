from __future__ import annotations

import pytest
from study.site.search_text import for_readers, for_search

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
    quiz = '<div class="quiz">'
    assert for_search(quiz + html) == quiz + html.replace(">", f"{HIDDEN}>", 1)


def test_what_is_open_is_not_hidden_nope() -> None:
    html = '<details class="note"><summary>More</summary></details><div class="quiz" id="quiz-a"><p>Asked?</p></div>'
    assert for_search(html) == html


def test_options_and_cells_are_parted() -> None:
    assert for_search('<p class="quiz"><label>A</label><div class="answer-feedback hidden">') == (
        f'<p class="quiz"><label>A</label> \u00b7 <div class="answer-feedback hidden"{HIDDEN}>'
    )
    assert (
        for_search("<table><tr>\n<td>1</td>\n<td>2</td>\n</tr>\n<tr>")
        == "<table><tr>\n<td>1</td> \u00b7\n<td>2</td>\n</tr> \u00b7\n<tr>"
    )


def test_readers_get_no_trace_of_it() -> None:
    html = '<details class="answer">x</details><table><tr>\n<td>1</td>\n<td>2</td>\n</tr>\n<tr>'
    html += '<label>A</label><div class="answer-feedback hidden"></div>'
    assert for_readers(for_search(html)) == html
