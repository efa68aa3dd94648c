"""The files of the site as an app: its manifest and icons, and the service worker that the end of a build writes."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import installed_app
import pytest
from PIL import Image
from sites import ROOT, write

LOGO = (ROOT / "docs" / installed_app.LOGO).read_text(encoding="utf-8")
PAGE = '<script src="app.js" data-build="" defer></script><p>Words</p>'
SITE = {
    "index.html": PAGE,
    "learn/index.html": PAGE,
    "learn/roles/index.html": PAGE,
    "review/index.html": PAGE,
    "exam-map/index.html": PAGE,
    "handouts/key.html": "<p>Key</p>",
    "handouts/handout.css": "p {}",
    "assets/study.json": "{}",
    "assets/javascripts/quiz.js": "1",
    "assets/javascripts/iframe-worker.js": "1",
    "assets/javascripts/in-folder/site-files.js": "1",
    "search/search_index.json": "{}",
    "exports/guide.html": "<p>Guide</p>",
    "sitemap.xml": "<x/>",
    "manifest.webmanifest": "{}",
}


def finished(folder: Path, **changed: str) -> tuple[str, list[str]]:
    """The name of the build and the files to save at once, as its service worker has them."""
    installed_app.finish(write(folder, SITE | changed))
    text = (folder / "service-worker.js").read_text(encoding="utf-8")
    build, files = re.findall(r"const (?:BUILD|FILES) = (.*?)\n(?=const|\n)", text, re.DOTALL)[:2]
    return json.loads(build), json.loads(files)


def test_the_study_pages_and_what_pages_need_are_saved_at_once(tmp_path: Path) -> None:
    _, files = finished(tmp_path)
    assert sorted(files) == [
        "./",
        "assets/javascripts/quiz.js",
        "assets/study.json",
        "handouts/handout.css",
        "learn/",
        "learn/roles/",
        "manifest.webmanifest",
        "review/",
        "search/search_index.json",
    ]


def test_pages_name_the_build_of_their_worker(tmp_path: Path) -> None:
    build, _ = finished(tmp_path)
    for path in ("index.html", "exam-map/index.html"):
        assert f'data-build="{build}"' in (tmp_path / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["exam-map/index.html", "assets/study.json", "assets/javascripts/quiz.js"])
def test_another_page_or_file_makes_another_build(path: str, tmp_path: Path) -> None:
    first, _ = finished(tmp_path / "one")
    second, _ = finished(tmp_path / "two", **{path: SITE[path] + " "})
    assert first != second


def test_the_same_site_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        finished(tmp_path / name)
    finished(tmp_path / "two", **{"sitemap.xml": "<of another day/>", "exports/guide.html": "<p>Of another day</p>"})
    one, two = ((tmp_path / name / "service-worker.js").read_bytes() for name in ("one", "two"))
    assert one == two


def test_the_manifest_has_relative_addresses_and_the_color_of_the_logo() -> None:
    made = installed_app.files("The site", "What it is.", LOGO)
    manifest = json.loads(made[installed_app.MANIFEST])
    assert (manifest["name"], manifest["description"]) == ("The site", "What it is.")
    assert manifest["start_url"] == manifest["scope"] == "./"
    assert manifest["theme_color"] == "#1b2a41"
    assert {icon["src"] for icon in manifest["icons"]} == {*made, installed_app.LOGO} - {installed_app.MANIFEST}


def test_an_icon_shows_the_logo_to_its_edges() -> None:
    content = installed_app.files("The site", "What it is.", LOGO)["assets/images/icon-192.png"]
    image = Image.open(BytesIO(content)).convert("RGB")
    assert image.size == (192, 192)
    assert image.getpixel((0, 0)) == (0x1B, 0x2A, 0x41)
    assert image.getpixel((7 * 6, 13 * 6)) == (0x5C, 0xC8, 0xC4)
    assert image.getpixel((16 * 6, 22 * 6)) == (0xFF, 0xD7, 0x5E)


def test_a_logo_without_a_background_is_refused() -> None:
    with pytest.raises(ValueError, match="the logo has no rectangle"):
        installed_app.files("The site", "", '<svg xmlns="http://www.w3.org/2000/svg"></svg>')
