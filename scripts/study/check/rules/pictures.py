"""B: blocks that place a picture."""

from __future__ import annotations

from ...content.guide import Guide
from ...content.inline import plain
from ...content.page import Block, Page
from ...render.pictures import BLOCK, NAMES
from ...render.pictures.from_pages import FROM_PAGES
from ..problem import Nearest
from .registry import Finding, Found, rule


@rule(
    "B004",
    "a picture with an unknown name",
    "/// picture | rolouts\nTraffic during five rollouts.\n///",
    "/// picture | rollouts\nTraffic during five rollouts.\n///",
)
def unknown_picture(guide: Guide) -> Found:
    """The page shows a picture with an unknown name as slashes and words."""
    nearest = Nearest(NAMES)
    for page, block in _placed(guide):
        if block.argument not in NAMES:
            hint = nearest.hint(block.argument, f"{block.fence} {BLOCK} | {{}}")
            listed = hint or f"; the pictures are {', '.join(sorted(NAMES))}"
            named = f'no picture is called "{block.argument}"' if block.argument else "this picture has no name"
            yield Finding(page.place(block.offset), f"{named}{listed}", block.start - block.offset - 1)


@rule(
    "B005",
    "a picture without a caption",
    "/// picture | rollouts\n///",
    "/// picture | rollouts\nTraffic during five rollouts.\n///",
)
def picture_without_caption(guide: Guide) -> Found:
    """The caption says what to look at. Without it, readers have to find out what the picture is about."""
    for page, block in _placed(guide):
        if not plain(page.source.prose[block.start : block.stop]).strip():
            message = "this picture has no caption; write what it shows in the lines below this one"
            yield Finding(page.place(block.offset), message, block.start - block.offset - 1)


@rule(
    "B006",
    "the same picture twice on a page",
    "/// picture | rollouts\nBefore.\n///\n\n/// picture | rollouts\nAfter.\n///",
    "/// picture | rollouts\nBefore and after.\n///",
)
def picture_twice(guide: Guide) -> Found:
    """The parts of a picture have ids, and an id must be unique on its page."""
    seen: set[tuple[str, str]] = set()
    for page, block in _placed(guide):
        if (page.path, block.argument) in seen:
            message = f'the picture "{block.argument}" is on this page already; link its section instead'
            yield Finding(page.place(block.offset), message, block.start - block.offset - 1)
        seen.add((page.path, block.argument))


@rule(
    "B007",
    "a picture that finds nothing to draw",
    "| From | Receiver | What is handed over |",
    "| From | To | What is handed over |",
)
def picture_without_table(guide: Guide) -> Found:
    """These pictures are drawn from the stages or from a table, which the build finds by the names of its columns."""
    for page, block in _placed(guide):
        if block.argument in FROM_PAGES and not FROM_PAGES[block.argument].draw(guide):
            message = (
                f'the picture "{block.argument}" finds nothing to draw; it needs {FROM_PAGES[block.argument].needs}'
            )
            yield Finding(page.place(block.offset), message, block.start - block.offset - 1)


def _placed(guide: Guide) -> list[tuple[Page, Block]]:
    return [(page, block) for page in guide for block in page.blocks if block.name == BLOCK]
