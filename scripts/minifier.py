"""Minify our scripts and styles: without comments and spaces, and with short local names, they have half the size.

The minifier has a parser. One without, such as rjsmin 1.3, changes the text of a template literal inside another one.
There is no package of it for Macs with Apple silicon, so a site built there has the files as they are.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import PurePosixPath

IS_HERE = find_spec("minify") is not None
_OURS = ("assets/javascripts/", "assets/stylesheets/", "assets/mkdocs-quiz/")
_TYPES = {".js": "application/javascript", ".css": "text/css"}


def is_ours(path: str) -> bool:
    """Whether a file is one of our scripts or styles; those of the theme are minified already."""
    return path.startswith(_OURS) and PurePosixPath(path).suffix in _TYPES and ".min." not in path


def minified(path: str, text: str) -> str:
    """The minified text of a file at this path. Raises `ValueError`, with line and column, if it is invalid."""
    if not IS_HERE:
        return text
    import minify

    return str(minify.string(_TYPES[PurePosixPath(path).suffix], text))
