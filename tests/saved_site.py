"""A copy of the site below a path with a space, its server, and the caches that its service worker keeps."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import installed_app
from playwright.sync_api import Page
from sites import Server

CONTROLLED = """() => navigator.serviceWorker.controller !== null ||
  new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', () => done(true)))"""


class App:
    """A copy of the site to change, and the server that it has, or not."""

    def __init__(self, folder: Path, parent: Path) -> None:
        self.site = parent / "my site"
        shutil.copytree(folder, self.site, ignore=shutil.ignore_patterns("exports", "*.pdf"))
        self.server = Server(parent)
        self.address = f"{self.server.address}my%20site/"

    def build(self, path: str, change: Callable[[str], str]) -> None:
        """Change a page, and name the build again."""
        page = self.site / path / "index.html"
        page.write_text(change(page.read_text(encoding="utf-8")), encoding="utf-8")
        for html in self.site.rglob("*.html"):
            text = html.read_text(encoding="utf-8")
            html.write_text(re.sub('data-build="[^"]*"', 'data-build=""', text), encoding="utf-8")
        installed_app.finish(self.site)


def cached(page: Page) -> list[str]:
    """The paths in the site's caches."""
    return page.evaluate(
        """async root => {
          const saved = (await caches.keys()).map(async name => (await caches.open(name)).keys())
          return (await Promise.all(saved)).flat().map(({url}) => url.slice(root.length))
        }""",
        page.url[: page.url.index("my%20site/")] + "my%20site/",
    )


def forget(page: Page, path: str) -> None:
    """Lose a file from all caches, the browser's own included."""
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    page.evaluate(
        "async path => { for (const name of await caches.keys()) await (await caches.open(name)).delete(path) }",
        f"/my%20site/{path}",
    )


def update(page: Page) -> None:
    """Have the browser look for a new build, as it does on the way to another page."""
    page.evaluate("navigator.serviceWorker.getRegistration().then(found => found.update())")
