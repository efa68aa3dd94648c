"""Time from saving a page until `mkdocs serve` shows it, with the server in a process of its own."""

from __future__ import annotations

import json
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def saved_to_served(docs: Path, settings: dict[str, Any], turns: int) -> float:
    """Median seconds from saving a page until `mkdocs serve` shows the new text; the docs are a copy to write to."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    config = docs.with_suffix(".yml")
    docs.with_name("no-overrides").mkdir(exist_ok=True)
    config.write_text(json.dumps(_served_config(docs, settings)), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--livereload", "-a", address, "-f", str(config)]
    server = subprocess.Popen(command, cwd=ROOT)
    try:
        _wait_for(address, "</html>", 120)
        return statistics.median([_save(docs / "index.md", address, turn) for turn in range(turns + 1)][1:])
    finally:
        server.terminate()
        server.wait()


def _served_config(docs: Path, settings: dict[str, Any]) -> dict[str, Any]:
    """Our settings with full paths, because this configuration is in another folder."""
    overrides = docs.with_name("no-overrides") if "theme" in settings else ROOT / "overrides"
    hooks = settings.get("hooks", [str(ROOT / "scripts" / "hooks.py")])
    own = {"docs_dir": str(docs), "theme": {"custom_dir": str(overrides)}, "hooks": hooks, "watch": []}
    return {"INHERIT": str(ROOT / "mkdocs.yml"), **own}


def _save(path: Path, address: str, turn: int) -> float:
    time.sleep(1)  # the server looks for changes twice a second, and the check of the last build may still run
    text = path.read_text(encoding="utf-8")
    start = time.perf_counter()
    path.write_text(f"{text}\nSaved again: {turn}.\n", encoding="utf-8")
    _wait_for(address, f"Saved again: {turn}.", 60)
    return time.perf_counter() - start


def _wait_for(address: str, text: str, seconds: float) -> None:
    """Until the first page has this text. Raises `TimeoutError`."""
    for _ in range(int(seconds / 0.02)):
        with suppress(OSError), urllib.request.urlopen(f"http://{address}/", timeout=seconds) as page:
            if text in page.read().decode():
                return
        time.sleep(0.02)
    raise TimeoutError(f'{address} has not shown "{text}" in {seconds} s')
