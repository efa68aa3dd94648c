"""Scripts as they are served: the same modules without the lines that only explain them."""

from __future__ import annotations

import re

FOLDER = "assets/javascripts/"

_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)


def without_comments(script: str) -> str:
    """A script without its lines of comment. None of ours has a text of several lines that holds such a line."""
    return _COMMENT.sub("", script)
