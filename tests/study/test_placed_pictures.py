"""Pictures that an author places by name: how a page, a card, and the check treat the block."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from cases import guide
from markdown import markdown
from study.exports.single_file import Shown, single_file
from study.render.fragments import Fragments
from study.render.pictures import PICTURES, drawn, in_words, with_drawings
from study.render.pictures.block import Pictures
from study.render.pictures.drawing import WIDTH
from study.render.pictures.drift import SPREAD, density, leaves

PLACED = "Before.\n\n/// picture | rollouts\nFive *ways*.\n///\n\nAfter.\n"
STYLE = Path(__file__).parent.parent.parent / "docs" / "assets" / "stylesheets" / "drawing.css"


def page(text: str) -> str:
    return markdown(text, extensions=[Pictures()])


def test_a_picture_is_a_figure_with_its_caption() -> None:
    html = page(PLACED)
    assert html == (
        '<p>Before.</p>\n<figure class="drawing" data-picture="rollouts"><!--drawing rollouts--><figcaption>\n'
        "<p>Five <em>ways</em>.</p>\n</figcaption>\n</figure>\n<p>After.</p>"
    )
    shown = with_drawings(html, guide())
    assert "<svg" in shown and "<!--" not in shown


def test_an_unknown_name_stays_text() -> None:
    assert page("/// picture | rolouts\nText.\n///\n") == "<p>/// picture | rolouts\nText.\n///</p>"


def test_outside_its_page_a_picture_is_its_words() -> None:
    text = Fragments(guide()).text(PLACED)
    assert text == f"Before.\n\n{in_words('rollouts')}\nFive ways.\n\nAfter.".replace("\nFive", "\n\nFive")
    assert "///" not in Fragments(guide()).html("/// picture | gone\nIts caption.\n///")


def test_the_single_file_keeps_the_drawing_and_its_names() -> None:
    html = with_drawings(page(PLACED), guide())
    made = single_file(guide(), [Shown("page.md", "page/", "Page", html)], Fragments(guide()), "Guide")
    assert made.count('role="img"') == len(PICTURES["rollouts"]())
    assert 'aria-labelledby="page--rollouts-1-title page--rollouts-1-text"' in made
    assert 'id="page--rollouts-1-title"' in made and "data-model" not in made


@pytest.mark.parametrize("name", PICTURES)
def test_a_drawing_fits_a_phone_and_says_what_it_shows(name: str) -> None:
    root = fromstring(drawn(name, guide()))
    for svg in root:
        assert svg.get("viewBox", "").startswith(f"0 0 {WIDTH} ")
        ids = [element.get("id") for element in svg if element.get("id")]
        assert svg.get("aria-labelledby", "").split() == ids
        title, text = (element.text or "" for element in svg if element.get("id"))
        assert 0 < len(title) < 60 < len(text)
    assert "fill=" not in drawn(name, guide()) and "style=" not in drawn(name, guide())


@pytest.mark.parametrize("name", PICTURES)
def test_each_class_of_a_drawing_is_in_the_stylesheet(name: str) -> None:
    """A class that the stylesheet does not know leaves a shape black."""
    known = set(re.findall(r"\.([a-z-]+)", STYLE.read_text(encoding="utf-8")))
    used = {each for element in fromstring(drawn(name, guide())).iter() for each in element.get("class", "").split()}
    assert used - known == set()


@pytest.mark.parametrize("name", PICTURES)
def test_the_words_of_a_picture_are_plain_markdown(name: str) -> None:
    """They are put in the place of the block, before Markdown reads the text."""
    assert Fragments(guide()).text(in_words(name)) == in_words(name)


@pytest.mark.parametrize("name", PICTURES)
def test_text_stays_inside_its_drawing(name: str) -> None:
    """A letter of a usual system font is about 0.56 of the font size wide, 0.58 in bold titles."""
    for svg in fromstring(drawn(name, guide())):
        for element in svg.iter("text"):
            size = 14 * 0.58 if element.get("class") == "head" else 12 * 0.56
            width = size * len(element.text or "")
            before = {"end": width, "middle": width / 2}.get(element.get("text-anchor", ""), 0)
            start = float(element.get("x", "")) - before
            assert start >= -4 and start + width <= WIDTH + 4, element.text
            assert not re.search(r"[<>&]", element.text or "")


def test_a_bell_is_highest_at_its_mean_and_even() -> None:
    assert density(60, 60) == 1
    assert density(60 - SPREAD, 60) == density(60 + SPREAD, 60) == pytest.approx(0.607, abs=0.001)


def test_the_share_that_leaves_grows_through_one_half() -> None:
    assert leaves(45, 45) == 0.5
    assert 0 < leaves(20, 45) < leaves(44, 45) < 0.5 < leaves(46, 45) < leaves(90, 45) < 1


@pytest.mark.parametrize("name", PICTURES)
def test_a_filled_shape_has_an_edge_all_around(name: str) -> None:
    filled = [
        each for each in fromstring(drawn(name, guide())).iter("path") if "filled" in each.get("class", "").split()
    ]
    assert all(each.get("d", "").endswith("Z") for each in filled)
    assert bool(filled) == (name == "drift")
