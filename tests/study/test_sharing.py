"""The preview of a shared link."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from study.content.page import Page
from study.content.source import Source
from study.site.sharing import LONGEST, SECTIONS, picture, picture_path, section, short

LONG = (
    "Four people take a model from raw data to production and keep it working for years, each with tools of their own"
)


@pytest.mark.parametrize(
    ("description", "shown"),
    [
        ("Two short ones. Both fit.", "Two short ones. Both fit."),
        (f"{LONG}. This sentence would make it longer than networks show.", f"{LONG}."),
        (
            f"{LONG}, e.g. on one account, or on three of them, and not one.",
            f"{LONG}, e.g. on one account, or on three of them…",
        ),
        ("a" * 159 + " b", "a" * 159 + "…"),
    ],
    ids=["short", "one sentence fits", "no sentence fits", "a long word"],
)
def test_a_description_is_cut_between_sentences_or_words(description: str, shown: str) -> None:
    assert short(description) == shown
    assert len(short(description)) <= LONGEST


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("index.md", ""),
        ("learn/index.md", "learn"),
        ("workflow.md", "workflow"),
        ("glossary/bias.md", "glossary"),
        ("x/y.md", ""),
    ],
)
def test_a_page_has_the_picture_of_its_section(path: str, name: str) -> None:
    assert section(Page(Source(path, "# Title\n"))) == name
    assert picture_path(name).endswith(f"/{name or 'site'}.png")


@pytest.mark.parametrize("name", SECTIONS)
def test_a_picture_is_a_drawing_with_the_names_of_site_and_section(name: str) -> None:
    drawing = fromstring(picture(name, "A & B"))
    texts = [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == ["A & B", SECTIONS[name]]
    assert (drawing.get("width"), drawing.get("height")) == ("1200", "630")
