"""The ids of points on the page are those of the deck."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from cases import guide
from sites import quoted
from study.review.json_data import CARDS, files
from study.site import checkpoints

PAGE = """\
# A

### Why { #why }

Why?

/// answer
So.

- [ ] Names [lineage][].
- [ ] Again [lineage][].
///

### Unnamed

Why?

/// answer
So.

- [ ] One.
///
"""
GLOSSARY = "# Lineage { #lineage }\n\nIt is so.\n"
ITEM = '<li class="task-list-item">x</li>'


def marked(html: str, path: str = "quiz/a.md", **pages: str) -> tuple[Element, Any]:
    read = guide(glossary=GLOSSARY, **pages)
    root = ElementTree.fromstring(f"<div>{html}</div>")
    checkpoints.mark(root, read, path)
    return root, json.loads(files(read)[CARDS])


def named(root: Element) -> list[tuple[str | None, list[str | None]]]:
    return [(ul.get("data-key"), [li.get("data-point") for li in ul]) for ul in root.iter("ul")]


def answer(*items: str) -> str:
    return f'<details class="answer"><ul class="task-list">{"".join(items)}</ul></details>'


def test_points_of_named_answers_have_the_ids_of_the_deck() -> None:
    root, deck = marked(answer(ITEM, ITEM) + answer(ITEM), quiz__a=PAGE)
    assert named(root) == [("answer:why", ["lineage", "lineage~2"]), (None, [None])]
    assert [id for id, _ in deck["answers"][0]["points"]] == ["lineage", "lineage~2"]


def test_nothing_is_named_where_the_page_shows_other_points() -> None:
    assert named(marked(answer(ITEM) + answer(ITEM), quiz__a=PAGE)[0]) == [(None, [None]), (None, [None])]
    assert named(marked(answer(ITEM, ITEM), quiz__a=PAGE)[0]) == [(None, [None, None])]


def test_criteria_are_named_and_other_tasks_are_not() -> None:
    page = "# P\n\n## Outline { #outline }\n\n- [ ] Not this.\n\n## Criteria { #criteria }\n\n- [ ] **One.** Yes.\n"
    tasks = f'<ul class="task-list">{ITEM}</ul>'
    html = f'<h2 id="outline">O</h2>{tasks}<h2 id="criteria">C</h2>{tasks}<h2 id="rubric">R</h2>{tasks}'
    root, deck = marked(html, "essays/p.md", essays__p=page)
    assert named(root) == [(None, [None]), ("prompt:p", ["one-yes"]), (None, [None])]
    assert [id for id, _ in deck["prompts"][0]["points"]] == ["one-yes"]


def test_every_point_of_this_site_is_named(folder: Path) -> None:
    deck = json.loads((folder / CARDS).read_text(encoding="utf-8"))
    for item in deck["answers"] + deck["prompts"]:
        page = folder / item["page"].partition("#")[0].strip("/") / "index.html"
        html = quoted(page.read_text(encoding="utf-8"))
        kind = "prompt" if "question" not in item else "answer"
        part = html.partition(f'data-key="{kind}:{item["id"]}"')[2].partition("</ul>")[0]
        for id, _ in item["points"]:
            assert f'data-point="{id}"' in part
