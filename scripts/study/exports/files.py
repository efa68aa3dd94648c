"""All exports of a guide, as bytes by name: the same guide, address and time give the same bytes."""

from __future__ import annotations

from ..content.cards import deck
from ..content.guide import Guide
from ..render.fragments import Fragments
from . import anki, csv_tables, gift, json_document, qti12, qti21
from .items import items

TITLE = "Study guide"  # of a guide without a home page


def files(guide: Guide, fragments: Fragments, time: int) -> dict[str, bytes]:
    """Link targets come from `fragments`; `time`, in seconds, is the last change of the guide."""
    home = guide.pages.get("index.md")
    title = home.title if home else TITLE
    asked = items(guide, fragments)
    all_data = json_document.as_data(guide, fragments, title)
    return {
        "cards.apkg": anki.package(deck(guide), fragments, title, time),
        "questions.gift.txt": gift.as_gift(asked).encode(),
        "questions-qti-1.2.zip": qti12.package(asked),
        "questions-qti-2.1.zip": qti21.package(asked),
        **csv_tables.tables(all_data),
        "guide.json": json_document.as_json(all_data),
        "guide.schema.json": json_document.SCHEMA.read_bytes(),
    }
