"""The pictures that an author places with `/// picture | name`, drawn from numbers here or from facts of pages.

A page gets a comment where a picture goes, so that search does not read the drawing; `with_drawings` fills it in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape

from ...content.guide import Guide
from . import drift, feature_time, inference_options, permissions, rollouts, scores
from .drawing import Drawing, as_svg
from .from_pages import FROM_PAGES

BLOCK = "picture"
"""The name of the block that places a picture."""
FIGURE = re.compile(r'<figure class="drawing" data-picture="([\w-]+)"')
"""How a placed picture begins in a page's HTML."""
PICTURES: dict[str, Callable[[], tuple[Drawing, ...]]] = {
    "auc": scores.area,
    "drift": drift.drift,
    "inference-options": inference_options.inference_options,
    "permissions": permissions.permissions,
    "point-in-time": feature_time.point_in_time,
    "rollback": rollouts.rollback,
    "rollouts": rollouts.rollouts,
    "threshold": scores.threshold,
    "training-serving-skew": feature_time.skew,
}
NAMES = frozenset([*PICTURES, *FROM_PAGES])
"""All pictures that an author can place."""
MODELS: dict[str, Callable[[], dict[str, object]]] = {
    "permissions": permissions.model,
    "rollback": rollouts.model,
    "threshold": scores.model,
}
"""The numbers of the interactive pictures, for their scripts."""
_MARK = re.compile(r"<!--drawing ([\w-]+)-->")


def mark(name: str) -> str:
    """The placeholder of a picture, which stays until the page is indexed for search."""
    return f"<!--drawing {name}-->"


def with_drawings(html: str, guide: Guide) -> str:
    """The page with its drawings in place of their marks."""
    return _MARK.sub(lambda match: drawn(match[1], guide), html)


def drawings_of(name: str, guide: Guide) -> tuple[Drawing, ...]:
    """The drawings of a picture; none if it is drawn from pages that lack its facts."""
    return FROM_PAGES[name].draw(guide) if name in FROM_PAGES else PICTURES[name]()


def drawn(name: str, guide: Guide) -> str:
    """All drawings of a picture, side by side where there is room."""
    drawings = drawings_of(name, guide)
    one = " single" if len(drawings) == 1 else ""
    shown = "".join(as_svg(drawing, f"{name}-{number}") for number, drawing in enumerate(drawings, 1))
    model = json.dumps(MODELS[name](), separators=(",", ":")) if name in MODELS else ""
    data = f' data-model="{escape(model)}"' if model else ""
    return f'<div class="drawings{one}"{data}>{shown}</div>'


def in_words(name: str) -> str:
    """The text alternative of a picture, for cards and other places without pictures; empty for an unknown name."""
    if name in FROM_PAGES:
        return f"Picture: {FROM_PAGES[name].title}."
    if name not in PICTURES:
        return ""
    return " ".join(["Picture:", *(f"{drawing.title}. {drawing.text}" for drawing in PICTURES[name]())])
