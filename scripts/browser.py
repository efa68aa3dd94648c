"""Find the browser that the tests drive, or install one, and print its path.

It tries in this order: the path in the variable CHROMIUM; Chromium's headless shell, Chromium, or Chrome on the PATH;
the browser that Playwright has installed; a new installation by Playwright.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"  # opens a page in half the time, but has no back/forward cache
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class NoBrowser(Exception):
    """No browser; the message is one line that says how to get one."""


def find(whole: bool = False) -> str | None:
    """The path of an installed browser. A full one has every feature of a reader's browser.

    Raises `NoBrowser` if CHROMIUM names one that is not there.
    """
    if named := os.environ.get("CHROMIUM"):
        if not Path(named).is_file():
            raise NoBrowser(f'CHROMIUM is "{named}", and there is no such file; correct or unset it')
        return named
    names = NAMES if whole else (SHELL, *NAMES)
    return next(filter(None, map(shutil.which, names)), None) or _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> str:
    """Let Playwright install its Chromium. Raises `NoBrowser`."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    done = subprocess.run(command, capture_output=True, text=True)
    path = _playwrights() if done.returncode == 0 else None
    if path is None:
        raise NoBrowser(
            "no browser for the tests: Playwright could not install one; install Chromium or Chrome, "
            "or name one with CHROMIUM=/path/to/it"
        )
    return path


def start_driver() -> None:
    """Raises `NoBrowser` if Playwright's driver does not start."""
    done = subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True)
    if done.returncode:
        said = (done.stderr.strip() or f"it ended with {done.returncode}").splitlines()[-1]
        raise NoBrowser(f"Playwright does not start: {said}; install what it names (Debian: apt install libatomic1)")


def main() -> int:
    try:
        start_driver()
        print(find() or install())
    except NoBrowser as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
