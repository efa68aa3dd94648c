"""The deck as an Anki package.

Anki recognizes a note by its GUID, which is made from our id, and updates it if our modification time is later than its
own. It recognizes note types by their numbers. A new field or template would make Anki keep two note types, so the
fields stay the same, and only their content changes.
"""

from __future__ import annotations

import itertools
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator

import genanki

from ..content.cards import Card
from ..render.fragments import Fragments
from .archive import archive
from .items import tags

_GUIDE = "sagemaker-study-site"  # distinguishes our ids from those of another guide
_DECK, _TERM, _QUESTION = 1764000001, 1764000002, 1764000003  # arbitrary numbers that never change
_ANKI_MARK = re.compile(r"\[(?=sound:|anki:|latex\]|\$)")
_STYLE = """\
.card { font: 1.2rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 0 auto; padding: 1rem; }
pre { overflow-x: auto; text-align: start; }
.more { font-size: 0.9rem; }
"""
_MORE = '{{#Address}}<p class="more"><a href="{{Address}}">Read on</a></p>{{/Address}}'


def package(cards: Iterable[Card], fragments: Fragments, title: str, time: int) -> bytes:
    """`time`, in seconds since 1970, must increase when cards change: Anki never replaces a note with an older one."""
    notes = genanki.Deck(_DECK, title)
    for note in _notes(list(cards), fragments):
        notes.add_note(note)
    database = sqlite3.connect(":memory:")
    try:
        genanki.Package(notes).write_to_db(database.cursor(), time, itertools.count(time * 1000))
        database.commit()
        database.execute("VACUUM")
        return archive({"collection.anki2": database.serialize(), "media": json.dumps({}).encode()})
    finally:
        database.close()


def _notes(cards: list[Card], fragments: Fragments) -> Iterator[genanki.Note]:
    """One note for each subject: the two cards of a term share a note, so that Anki shows them on different days."""
    question_model = _question_model()
    models = {"term": _term_model(), "answer": question_model, "question": question_model}
    for card in cards:
        if card.id.endswith(":name") and card.kind == "term":
            continue  # the other side of its note
        render = fragments.inline if card.kind == "term" else fragments.html
        fields = [
            render(card.front, card.path),
            fragments.html(card.back, card.path),
            fragments.address(card.path, card.anchor),
        ]
        yield genanki.Note(
            model=models[card.kind],
            fields=[_ANKI_MARK.sub("&#91;", field) for field in fields],
            tags=list(tags(card.personas, card.stages, card.theme)),
            guid=genanki.guid_for(_GUIDE, card.note),
        )


def _term_model() -> genanki.Model:
    return genanki.Model(
        _TERM,
        "Study guide: term",
        fields=[{"name": "Name"}, {"name": "Definition"}, {"name": "Address"}],
        templates=[
            {
                "name": "Name to definition",
                "qfmt": "<h2>{{Name}}</h2>",
                "afmt": "{{FrontSide}}<hr id=answer>{{Definition}}" + _MORE,
            },
            {
                "name": "Definition to name",
                "qfmt": "{{Definition}}",
                "afmt": "{{FrontSide}}<hr id=answer><h2>{{Name}}</h2>" + _MORE,
            },
        ],
        css=_STYLE,
    )


def _question_model() -> genanki.Model:
    return genanki.Model(
        _QUESTION,
        "Study guide: question",
        fields=[{"name": "Front"}, {"name": "Back"}, {"name": "Address"}],
        templates=[
            {"name": "Question", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}" + _MORE},
        ],
        css=_STYLE,
    )
