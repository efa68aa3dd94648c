"""The site as an app that installs: its manifest, its icons, and the service worker, which is written last."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import fromstring

from resvg_py import svg_to_bytes
from study.exports import FOLDER as EXPORTS
from study.site import sharing

LOGO = "assets/images/logo.svg"
MANIFEST = "manifest.webmanifest"
SIZES = (192, 512)
_WORKER = Path(__file__).parent / "service-worker.js"
_SCRIPT = "service-worker.js"
_UNNAMED = b'data-build=""'  # in overrides/main.html
_PAGES = ("index.html", "learn/", "review/", "exam/", "progress/", "glossary/")
_FILES = ("assets/", "search/", "handouts/handout.css", MANIFEST)
_SHOWN = (".html", ".css", ".js", ".json", ".svg", ".png", ".webmanifest")
_NO_PAGE_ASKS = ("assets/javascripts/in-folder/", "assets/javascripts/iframe-worker.js", sharing.FOLDER)


def files(name: str, description: str, logo: str) -> dict[str, bytes]:
    """The manifest and the icons, by their paths. Addresses are relative: the site may have a path of its own."""
    color = _background(logo)
    icons = [{"src": _icon(size), "sizes": f"{size}x{size}", "type": "image/png"} for size in SIZES]
    manifest = {
        "id": "./",
        "name": name,
        "short_name": "SageMaker study",
        "description": description,
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": color,
        "icons": [*icons, {**icons[-1], "purpose": "maskable"}, {"src": LOGO, "sizes": "any", "type": "image/svg+xml"}],
    }
    made = {
        _icon(size): svg_to_bytes(svg_string=logo, width=size, height=size, background=color)  # systems cut the corners
        for size in SIZES
    }
    return {MANIFEST: json.dumps(manifest, indent=1).encode(), **made}


def _background(logo: str) -> str:
    """The color of its first rectangle."""
    found = fromstring(logo).find("{http://www.w3.org/2000/svg}rect")
    if found is None:
        raise ValueError("the logo has no rectangle for its background")
    return found.attrib["fill"]


def finish(site: Path) -> None:
    """Write the build's name into its pages, and the service worker with that name and the files to save first."""
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    shown = [path for path in paths if path.endswith(_SHOWN) and not path.startswith(f"{EXPORTS}/") and path != _SCRIPT]
    build = _name((path, (site / path).read_bytes()) for path in shown)
    for path in shown:
        if path.endswith(".html"):
            content = (site / path).read_bytes()
            (site / path).write_bytes(content.replace(_UNNAMED, f'data-build="{build}"'.encode()))
    saved = [_address(path) for path in shown if _is_saved(path)]
    worker = _WORKER.read_text(encoding="utf-8")
    head = f"const BUILD = {json.dumps(build)}\nconst FILES = {json.dumps(saved, indent=1)}\n\n"
    (site / _SCRIPT).write_text(head + worker, encoding="utf-8")


def _name(contents: Iterable[tuple[str, bytes]]) -> str:
    """Twelve characters that change if a page, a script, or a style changes."""
    whole = hashlib.sha256()
    for path, content in contents:
        whole.update(f"{path} {len(content)} ".encode() + content)
    return whole.hexdigest()[:12]


def _is_saved(path: str) -> bool:
    """The study pages, and every file that a page may need. Other pages are saved when readers open them."""
    if path.startswith(_NO_PAGE_ASKS):
        return False
    return path.startswith(_PAGES if path.endswith(".html") else _FILES)


def _address(path: str) -> str:
    return path.removesuffix("index.html") or "./"


def _icon(size: int) -> str:
    return f"assets/images/icon-{size}.png"
