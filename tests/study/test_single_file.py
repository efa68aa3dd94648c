from __future__ import annotations

import re
from html.parser import HTMLParser

from cases import guide
from study.exports.single_file import Shown, single_file
from study.render.fragments import Fragments

QUIZ = "# Quiz\n\n### One { #one }\n\n<quiz>\nIs it [[5]]?\n---\nSee [bias][].\n</quiz>\n\n### Two { #two }\n\n<quiz>\nWhich `<b>`?\n- [x] A\n> Because.\n- [ ] B\n> Why not.\n\nSee [bias][].\n</quiz>\n"
GUIDE = guide(index="# Home\n", quiz=QUIZ, glossary="# Bias { #bias }\n\nUnfair.\n")


def shown(html: str, site_url: str = "") -> str:
    """The first section's inside, of a file with a quiz page beside."""
    pages = [Shown("index.md", "", "Home & more", html), Shown("quiz.md", "quiz/", "Quiz", '<h3 id="one">One</h3>')]
    text = single_file(GUIDE, pages, Fragments(GUIDE, site_url), "The guide")
    return text.partition('<section id="index">\n')[2].partition("\n</section>")[0]


def test_links_lead_within_the_file_and_ids_are_unique() -> None:
    assert shown('<h1 id="a">A</h1><a href="quiz/#one">x</a> <a href="#a">y</a> <a href="quiz/">z</a>') == (
        '<h1 id="index--a">A</h1><a href="#quiz--one">x</a> <a href="#index--a">y</a> <a href="#quiz">z</a>'
    )
    assert shown('<svg><path marker-end="url(#m)"/></svg>') == '<svg><path marker-end="url(#index--m)"/></svg>'


def test_ids_that_elements_name_are_those_of_the_file() -> None:
    html = '<p id="a">A</p><p id="b">B</p><section aria-labelledby="a b"></section><input aria-describedby="a">'
    assert shown(html) == (
        '<p id="index--a">A</p><p id="index--b">B</p><section aria-labelledby="index--a index--b"></section>'
        '<input aria-describedby="index--a">'
    )


def test_whatever_names_an_id_names_that_of_the_file() -> None:
    for name in ("aria-controls", "aria-details", "aria-owns", "for", "form", "headers", "list"):
        assert shown(f'<p {name}="a b">A</p>') == f'<p {name}="index--a index--b">A</p>'
    assert shown('<p title="a">A</p>') == '<p title="a">A</p>'


def test_a_term_link_names_no_description() -> None:
    html = '<a class="term" href="#bias" aria-describedby="definition-bias">bias</a>'
    assert shown(html) == '<a href="#index--bias">bias</a>'


def test_links_to_other_files_need_the_sites_address() -> None:
    html = '<a href="exports/cards.apkg">x</a> <a href="https://a.b/">y</a>'
    assert shown(html) == '<a>x</a> <a href="https://a.b/">y</a>'
    assert shown(html, "https://s.t/") == '<a href="https://s.t/exports/cards.apkg">x</a> <a href="https://a.b/">y</a>'


def test_what_needs_script_is_left_out() -> None:
    html = '<p>A<a class="headerlink" href="#a">#</a></p><script>x()</script><style>p{}</style><br><p data-x="1">B &amp; C</p>'
    assert shown(html) == "<p>A</p><br><p>B &amp; C</p>"


def test_colours_of_code_are_left_out_for_the_file_has_none() -> None:
    html = '<pre><span></span><code><span class="n">x</span> <span class="o">=</span> 1</code></pre><span>y</span>'
    assert shown(html) == '<pre tabindex="0"><code>x = 1</code></pre><span>y</span>'


def test_what_scrolls_can_be_reached_by_the_keyboard() -> None:
    assert shown("<pre>x</pre>") == '<pre tabindex="0">x</pre>'


def test_terms_follow_their_list_with_lower_headings_and_are_no_pages_of_the_contents() -> None:
    listed = '<h2>Terms</h2><nav class="a-z">A</nav><div class="terms"><a href="bias/">Bias</a></div>'
    own = '<p class="back"><a href="../">All</a></p><h1 id="bias">Bias</h1><div class="term-questions"><h2>Q</h2></div>'
    pages = [
        Shown("glossary/index.md", "glossary/", "Glossary", listed),
        Shown("glossary/bias.md", "glossary/bias/", "Bias", own),
    ]
    text = single_file(GUIDE, pages, Fragments(GUIDE), "The guide")
    assert text.count("<li>") == 1 and '<li><a href="#glossary-index">Glossary</a></li>' in text
    assert '<section id="glossary-index">\n<h2>Terms</h2>\n</section>' in text
    assert '<section id="glossary-bias">\n<h3 id="glossary-bias--bias">Bias</h3>\n</section>' in text


def test_a_question_stands_as_text_with_its_answer_closed() -> None:
    html = shown('<div class="quiz" id="quiz-two"><form><input><div>old</div></form></div><p>after</p>')
    assert "old" not in html and html.endswith("<p>after</p>")
    assert "Which <code>&lt;b&gt;</code>?" in html
    assert re.search(r"<details><summary>.*<strong>Right.</strong> Because.*<strong>Not right.</strong> Why not", html)
    blank = shown('<div class="quiz quiz-fill-blank" id="quiz-one"></div>')
    assert "Is it _____?" in blank.partition("<details>")[0] and "<strong>5</strong>" in blank.partition("<details>")[2]


def test_every_element_is_closed() -> None:
    text = single_file(GUIDE, [Shown("quiz.md", "quiz/", "Quiz", "<ul><li>x</li></ul><hr>")], Fragments(GUIDE), "T")
    opened: list[str] = []

    class Balance(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in ("meta", "link", "hr"):
                opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    Balance().feed(text)
    assert opened == []
