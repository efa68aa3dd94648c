"""Drive Firefox through its own remote protocol (Marionette), which needs no driver besides the installed Firefox."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from webdriver import CommandFailed, Window

PATH = shutil.which("firefox-esr") or shutil.which("firefox")
MISSING = "no Firefox on this computer (Debian: apt install firefox-esr)"
START_SECONDS = 60


class Firefox(Window):
    """Messages are JSON lists after their length: [0, id, command, parameters], answered by [1, id, error, result]."""

    name = "Firefox"

    def __init__(self, port: int, profile: str) -> None:
        self._profile = profile
        self._socket = _connected(port)
        self._socket.settimeout(START_SECONDS)
        self._read()  # its greeting
        self._count = 0
        self.call("NewSession")

    def call(self, command: str, **parameters: Any) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, f"WebDriver:{command}", parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        if error is not None:
            raise CommandFailed(f"{command}: {error['error']}: {error['message']}")
        return result["value"] if isinstance(result, dict) and result.keys() == {"value"} else result

    def pdf(self, width: float, height: float) -> bytes:
        """The page as it prints on paper of this size, in cm."""
        return base64.b64decode(self.call("Print", page={"width": width, "height": height}, shrinkToFit=False))

    @property
    def downloads(self) -> Path:
        return Path(self._profile, "downloads")

    def close(self) -> None:
        self._socket.close()

    def _read(self) -> Any:
        length = b""
        while (digit := self._socket.recv(1)) != b":":
            assert digit, "Firefox closed the connection"
            length += digit
        body = b""
        while len(body) < int(length):
            body += self._socket.recv(int(length) - len(body))
        return json.loads(body)


@contextmanager
def firefox(**preferences: str | int | bool) -> Iterator[Firefox]:
    """A Firefox without a window on the screen, with a profile of its own that is gone afterwards.

    Underscores in the names of preferences stand for dots.
    """
    assert PATH
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        own = {
            "marionette_port": port,
            "browser_download_dir": f"{profile}/downloads",
            "browser_download_folderList": 2,
        }
        lines = (
            f"user_pref({json.dumps(name.replace('_', '.'))}, {json.dumps(value)});"
            for name, value in (own | preferences).items()
        )
        Path(profile, "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [PATH, "--headless", "--marionette", "--no-remote", "--profile", profile]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            with closing(Firefox(port, profile)) as window:
                yield window
        finally:
            process.terminate()
            process.wait(30)


def _connected(port: int) -> socket.socket:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 1)
        except OSError:
            assert time.monotonic() < end, "Firefox does not listen"
            time.sleep(0.05)
