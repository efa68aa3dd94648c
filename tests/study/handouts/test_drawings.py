"""Pictures on paper: drawn in black and white, with the text alternative for programs that read aloud."""

from __future__ import annotations

import re
from xml.etree.ElementTree import fromstring

import pytest
from edition_pages import COURSE, made, small
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.handouts.drawings import mark, with_drawings
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


def test_a_session_shows_its_picture_and_not_its_text_alternative() -> None:
    logs = COURSE["learn/logs.md"].replace("## Answer", "/// picture | threshold\n\nThe caption.\n///\n\n## Answer")
    learner = made(small({**COURSE, "learn/logs.md": logs}), "learner")["learner"]
    assert re.search(r'<figure class="drawn"><svg.*?</svg></figure>\s*<p>The caption\.</p>', learner, re.DOTALL)
    assert "Picture:" not in learner


def test_an_unknown_picture_has_no_mark_nope() -> None:
    assert mark("unknown") == ""
