"""Pictures on paper: drawn in black and white, with the text alternative for programs that read aloud."""

from __future__ import annotations

import re
from xml.etree.ElementTree import fromstring

import pytest
from edition_pages import COURSE, made, small
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.handouts import CSS
from study.handouts.drawings import _STYLE, mark, with_drawings
from study.handouts.stages import _PICTURE
from study.render.pictures import NAMES


@pytest.fixture(scope="module")
def real() -> Guide:
    return load(ROOT / "docs")


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_picture_is_drawn_in_black_and_white(real: Guide, name: str) -> None:
    figure = fromstring(with_drawings(f"<p>{mark(name)}</p>", real))
    drawings = figure.findall("{*}svg")
    assert drawings and all(each.findtext("{*}title") == each.get("aria-label") for each in drawings)
    assert "var(" not in "".join(figure.itertext()) and not [each for each in figure.iter() if each.get("id")]


def test_no_style_sets_the_whole_font_nope() -> None:
    """In an SVG, WeasyPrint 70 applies `font` last, so that all text would have one size."""
    assert "font-size:14px" in _STYLE + _PICTURE and "font:" not in _STYLE + _PICTURE


def test_a_session_shows_its_picture_and_not_its_text_alternative() -> None:
    logs = COURSE["learn/logs.md"].replace("## Answer", "/// picture | threshold\n\nThe caption.\n///\n\n## Answer")
    learner = made(small({**COURSE, "learn/logs.md": logs}), "learner")["learner"]
    assert re.search(
        r'<figure class="drawn picture-[\w-]+"><svg.*?</svg></figure>\s*<p>The caption\.</p>', learner, re.DOTALL
    )
    assert "Picture:" not in learner


def test_the_style_of_a_page_leaves_its_drawings_alone() -> None:
    """In a browser, a rule for a class applies to drawings as well: a table's rule would hide what it matches."""
    laid_out = re.findall(
        r"(?:^|[\s,}])\.([a-z-]+)[^{},]*(?:,[^{}]*)?\{[^}]*display: table", CSS.read_text(encoding="utf-8")
    )
    drawn = {name for rule in re.findall(r"\.([a-z-]+)", _STYLE) for name in [rule]}
    assert laid_out and not drawn & set(laid_out)


def test_an_unknown_picture_has_no_mark_nope() -> None:
    assert mark("unknown") == ""
