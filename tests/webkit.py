"""WebKit for tests: the browser of WebKitGTK, the engine of Safari, by its WebDriver, on a screen that nobody sees."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from webdriver import CommandFailed, Window

START_SECONDS = 60
MISSING = "no WebKit on this computer (Debian: apt install webkit2gtk-driver xvfb)"
_DRIVER, _SCREEN = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
_FOLDERS = ("lib/*/webkit*", "lib*/webkit*")  # of Debian, and of other systems
_BROWSER = next((path for folder in _FOLDERS for path in Path("/usr").glob(f"{folder}/MiniBrowser")), None)
PATH = str(_BROWSER) if _DRIVER and _SCREEN and _BROWSER else None
_ROUTES = {
    "NewSession": ("POST", "/session"),
    "DeleteSession": ("DELETE", ""),
    "Navigate": ("POST", "/url"),
    "Back": ("POST", "/back"),
    "Forward": ("POST", "/forward"),
    "Refresh": ("POST", "/refresh"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "FindElement": ("POST", "/element"),
    "GetElementText": ("GET", "/element/{id}/text"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "ElementSendKeys": ("POST", "/element/{id}/value"),
    "PerformActions": ("POST", "/actions"),
    "GetWindowHandle": ("GET", "/window"),
    "NewWindow": ("POST", "/window/new"),
    "SwitchToWindow": ("POST", "/window"),
    "CloseWindow": ("DELETE", "/window"),
}


class WebKit(Window):
    name = "WebKit"

    def __init__(self, port: int, home: str, *options: str) -> None:
        self._address = f"http://127.0.0.1:{port}"
        self._session = ""
        self._home = home
        _wait_for_port(port)
        wanted = {"webkitgtk:browserOptions": {"binary": PATH, "args": ["--automation", *options]}}
        session = self.call("NewSession", capabilities={"alwaysMatch": wanted})
        self._session = f"/session/{session['sessionId']}"

    def call(self, command: str, **parameters: Any) -> Any:
        method, path = _ROUTES[command]
        body = json.dumps(parameters).encode() if method == "POST" else None
        request = Request(self._address + self._session + path.format(**parameters), body, method=method)
        try:
            with urlopen(request, timeout=START_SECONDS) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise CommandFailed(f"{command}: {error.read().decode()}") from None

    @property
    def downloads(self) -> Path:
        return Path(self._home)

    def close(self) -> None:
        self.call("DeleteSession")


@contextmanager
def webkit(*options: str) -> Iterator[WebKit]:
    """A browser with a profile of its own that is gone afterwards. Options are those of WebKitGTK's MiniBrowser."""
    assert PATH and _DRIVER
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, _screen() as display:
        port = _free_port()
        own = {"HOME": home, "XDG_RUNTIME_DIR": home, "DISPLAY": display, "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1"}
        driver = _started([_DRIVER, f"--port={port}"], env=os.environ | own)
        try:
            window = WebKit(port, home, *options)
            yield window
            window.close()
        finally:
            driver.terminate()
            driver.wait(30)


@contextmanager
def _screen() -> Iterator[str]:
    """A screen in memory, and its name."""
    assert _SCREEN
    read, write = os.pipe()
    server = _started([_SCREEN, "-displayfd", str(write), "-screen", "0", "1280x900x24"], pass_fds=[write])
    try:
        os.close(write)
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait(30)


def _started(command: list[str], **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait_for_port(port: int) -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < end, "WebKit's driver does not listen"
            time.sleep(0.05)
