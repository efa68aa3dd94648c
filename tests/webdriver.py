"""A window of a browser that Playwright cannot drive, by the commands of W3C WebDriver: what Firefox and WebKit share."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WAIT_SECONDS = 30  # on a busy machine a page may take long; one that is right is not waited for
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key of an element in an answer, by the standard
_KEYS = {"Escape": "\ue00c", "Enter": "\ue007", "Shift": "\ue008", "Tab": "\ue004"}


class CommandFailed(Exception):
    """What the browser answered to a command that it could not do."""


class Window(ABC):
    """Elements are named by CSS selectors; the first that matches counts."""

    name: str

    @abstractmethod
    def call(self, command: str, **parameters: Any) -> Any:
        """The value that a command of WebDriver, such as `Navigate`, returns. Raises `CommandFailed`."""

    @property
    @abstractmethod
    def downloads(self) -> Path:
        """The folder of the files that the browser downloads."""

    def goto(self, url: str) -> None:
        self.call("Navigate", url=url)

    def back(self) -> None:
        self.call("Back")

    def forward(self) -> None:
        self.call("Forward")

    def reload(self) -> None:
        self.call("Refresh")

    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page; of a promise, what it resolves to."""
        return self.call("ExecuteScript", script=f"return ({script})", args=[])

    def wait_for(self, script: str, seconds: float = WAIT_SECONDS) -> None:
        """Wait until an expression is true, also where the page is just being left for another."""
        end = time.monotonic() + seconds
        while not self._is_true(script):
            assert time.monotonic() < end, f"never true in {self.name}: {script}"
            time.sleep(0.05)

    def _is_true(self, script: str) -> bool:
        try:
            return bool(self.evaluate(script))
        except CommandFailed:
            return False

    def text(self, selector: str) -> str:
        """The words of an element on one line, also where it is hidden; none where it is not there."""
        return " ".join(self.evaluate(f"document.querySelector({selector!r})?.textContent ?? ''").split())

    def is_visible(self, selector: str) -> bool:
        return self.evaluate(f"document.querySelector({selector!r})?.checkVisibility() ?? false")

    def wait_until_visible(self, selector: str) -> None:
        self.wait_for(f"document.querySelector({selector!r})?.checkVisibility()")

    def wait_for_text(self, selector: str, pattern: str) -> None:
        """Wait until a regular expression of JavaScript matches the text of an element."""
        self.wait_for(f"/{pattern}/.test(document.querySelector({selector!r})?.textContent ?? '')")

    def click(self, selector: str) -> None:
        """Click on the middle of an element as a reader does, once it is there.

        By the pointer: after WebDriver's own command for a click, Firefox keeps the page in no cache for "back".
        """
        self.wait_until_visible(selector)
        self._point(selector, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})

    def type(self, selector: str, text: str) -> None:
        """Type into a field; into a field for a file, its path."""
        self.call("ElementSendKeys", id=self._found(selector), text=text)

    def hover(self, selector: str) -> None:
        """Move the pointer over an element."""
        self._point(selector)

    def press(self, *keys: str) -> None:
        """Press keys together, such as `press("Shift", "Tab")`, and release them."""
        values = [_KEYS[key] for key in keys]
        down = [{"type": "keyDown", "value": value} for value in values]
        up = [{"type": "keyUp", "value": value} for value in reversed(values)]
        self.call("PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": down + up}])

    @contextmanager
    def other_tab(self) -> Iterator[None]:
        """A second tab, which has the commands until it is closed."""
        first = self.call("GetWindowHandle")
        self.call("SwitchToWindow", handle=self.call("NewWindow", type="tab")["handle"])
        yield
        self.call("CloseWindow")
        self.call("SwitchToWindow", handle=first)

    def _point(self, selector: str, *then: dict[str, Any]) -> None:
        """Move the pointer to an element, which is scrolled to the middle of the window."""
        self.evaluate(f"document.querySelector({selector!r}).scrollIntoView({{block: 'center', behavior: 'instant'}})")
        move = {"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": {_ELEMENT: self._found(selector)}}
        pointer = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [move, *then]}
        self.call("PerformActions", actions=[pointer])

    def _found(self, selector: str) -> str:
        found = self.call("FindElement", using="css selector", value=selector)
        return found[_ELEMENT]
