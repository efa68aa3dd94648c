"""Drive Firefox through its own remote protocol (Marionette): Playwright cannot use an installed Firefox."""

from __future__ import annotations

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

PATH = shutil.which("firefox-esr") or shutil.which("firefox")
START_SECONDS = 60


class Firefox:
    """A window.

    Messages are JSON lists after their length: [0, id, command, parameters], answered by [1, id, error, result].
    """

    def __init__(self, port: int) -> None:
        self._socket = _connected(port)
        self._socket.settimeout(START_SECONDS)
        self._read()  # its greeting
        self._count = 0
        self.call("WebDriver:NewSession")

    def call(self, command: str, **parameters: Any) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        assert error is None, error
        return result

    def goto(self, url: str) -> None:
        self.call("WebDriver:Navigate", url=url)

    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page."""
        return self.call("WebDriver:ExecuteScript", script=f"return ({script})", args=[])["value"]

    def wait_for(self, script: str, seconds: float = 10) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + seconds
        while not self.evaluate(script):
            assert time.monotonic() < end, script
            time.sleep(0.1)

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
def firefox() -> Iterator[Firefox]:
    """A Firefox without a window on the screen, with a profile of its own that is gone afterwards."""
    assert PATH
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        Path(profile, "user.js").write_text(f'user_pref("marionette.port", {port});\n', encoding="utf-8")
        command = [PATH, "--headless", "--marionette", "--no-remote", "--profile", profile]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            with closing(Firefox(port)) as window:
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
            time.sleep(0.2)
