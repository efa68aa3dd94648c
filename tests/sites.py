"""Build sites for tests, with the real configuration and other docs, record what MkDocs logs, and serve the sites."""

from __future__ import annotations

import functools
import http.server
import logging
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parent.parent


class Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def build_site(docs: Path, site: Path, whole: bool = False, command: Literal["build", "serve"] = "build") -> list[str]:
    """Build docs into site with the project's mkdocs.yml; the warnings it logs, in order. Whole docs keep its nav.

    To serve makes no handouts, exports, or structured data, which takes half the time.
    """
    log = Log()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(log)
    try:
        config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site))
        if not whole:
            config["nav"] = None
        config.plugins.on_startup(command=command, dirty=False)
        build(config)
    finally:
        logger.removeHandler(log)
    return log.lines


def write(folder: Path, pages: dict[str, str]) -> Path:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


class Draft:
    """A copy of the real docs and of their site, to change and build again, and the address at which it is served."""

    def __init__(self, folder: Path, site: Path) -> None:
        self.docs = Path(shutil.copytree(ROOT / "docs", folder / "docs"))
        # Copied files are new: a browser takes a page that is minutes old from its cache.
        self.site = Path(shutil.copytree(site, folder / "site", copy_function=shutil.copyfile))
        self.address = ""
        self.warnings: list[str] = []

    def build(self) -> None:
        self.warnings = build_site(self.docs, self.site, whole=True, command="serve")

    def edit(self, path: str, change: Callable[[str], str]) -> None:
        """Write a page anew and build; a change that changes nothing fails."""
        text = (self.docs / path).read_text(encoding="utf-8")
        assert change(text) != text
        (self.docs / path).write_text(change(text), encoding="utf-8")
        self.build()


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves in the middle of a file is no error; any other is told as before."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


class Server:
    """A server for a folder, which a test may stop, and start again at the same address."""

    def __init__(self, folder: Path) -> None:
        self._handler = functools.partial(_Quiet, directory=str(folder))
        self._port = 0
        self.start()
        self.address = f"http://127.0.0.1:{self._port}/"

    def start(self) -> None:
        self._server: _Server | None = _Server(("127.0.0.1", self._port), self._handler)
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


def serve(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, until the next step of the iterator."""
    server = Server(folder)
    yield server.address
    server.stop()


class _Quoted(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = (f' {name}="{escape(value or "")}"' for name, value in sorted(attrs))
        self.written.append(f"<{tag}{''.join(told)}>")

    def handle_endtag(self, tag: str) -> None:
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.written.append(data)

    def handle_entityref(self, name: str) -> None:
        self.written.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.written.append(f"&#{name};")


def quoted(html: str) -> str:
    """A page to look for strings in: attributes in the order of the alphabet and in quotes, tags as they are."""
    parser = _Quoted()
    parser.feed(html)
    parser.close()
    return "".join(parser.written)
