"""Pictures drawn from the facts and tables of pages say what the pages say, and fit a phone."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from xml.etree.ElementTree import Element, fromstring

import pytest
from cases import guide as small
from markdown import markdown
from sites import ROOT
from study.content.guide import Guide
from study.content.inline import plain
from study.content.load import load
from study.content.tables import table
from study.content.workflow import owners, stages
from study.render.pictures import drawn, in_words, with_drawings
from study.render.pictures.block import Pictures
from study.render.pictures.drawing import WIDTH
from study.render.pictures.duties import CALLS, duties
from study.render.pictures.from_pages import FROM_PAGES
from study.render.pictures.hand_offs import what
from study.render.pictures.people import LETTER
from study.render.pictures.statuses import Field, fields
from study.render.pictures.story import between, events

STORY = """\
# Story

| Date | What happened | Who |
| --- | --- | --- |
| December 2025 | **It begins.** So | Eve |
| Mon, January 5 | **It goes on.** And | the log |
| March 6, 2026 | **It ends.** Then | Eve |
"""
WORDS = "# Words\n\nEve the [Data\nEngineer][] works.\n"


@cache
def site() -> Guide:
    return load(ROOT / "docs")


def svgs(name: str, guide: Guide | None = None) -> list[Element]:
    return list(fromstring(drawn(name, guide or site())))


def shown(name: str, kind: str | None = None) -> list[str]:
    """The texts of a picture of the site, those of one class or all."""
    found = [each for svg in svgs(name) for each in svg.iter("text")]
    return [each.text or "" for each in found if kind is None or kind in (each.get("class") or "").split()]


def arrows(name: str) -> int:
    return sum("head" in (each.get("class") or "").split() for svg in svgs(name) for each in svg.iter("path"))


def boxes(name: str, kind: str) -> int:
    return sum(kind in (each.get("class") or "").split() for svg in svgs(name) for each in svg.iter("rect"))


def colors(name: str) -> set[str]:
    classes = [(each.get("class") or "").split() for svg in svgs(name) for each in svg.iter()]
    return {kind for names in classes if "stripe" in names for kind in names} - {"stripe"}


@pytest.mark.parametrize("name", FROM_PAGES)
def test_a_picture_fits_a_phone_and_says_what_it_shows(name: str) -> None:
    for svg in svgs(name):
        _, _, width, height = map(float, svg.get("viewBox", "").split())
        assert width == WIDTH
        title, told = (svg.findtext(tag) or "" for tag in ("title", "desc"))
        assert 0 < len(title) < 60 < len(told)
        for each in svg.iter("text"):
            long = len(each.text or "") * LETTER
            x, y = float(each.get("x", 0)), float(each.get("y", 0))
            left = x - {"start": 0, "middle": long / 2, "end": long}[each.get("text-anchor", "start")]
            assert left >= -2 and left + long <= WIDTH + 2 and 0 < y <= height, each.text


@pytest.mark.parametrize("name", FROM_PAGES)
def test_the_edge_of_each_box_is_in_the_picture(name: str) -> None:
    for svg in svgs(name):
        _, _, width, height = map(float, svg.get("viewBox", "").split())
        for each in svg.iter("rect"):
            x, y, across, down = (float(each.get(key, 0)) for key in ("x", "y", "width", "height"))
            assert x >= -0.1 and x + across <= width + 0.1 and y >= 0 and y + down <= height, each.attrib


@pytest.mark.parametrize("name", FROM_PAGES)
def test_without_its_page_nothing_is_drawn(name: str) -> None:
    assert FROM_PAGES[name].draw(small(index="# Home\n\nText.\n")) == ()
    assert in_words(name) == f"Picture: {FROM_PAGES[name].title}."


def test_the_map_has_each_stage_with_its_owners() -> None:
    found = stages(site())
    assert shown("stages", "strong") == [stage.name for stage in found]
    assert shown("stages", "note") == [str(number) for number in range(1, len(found) + 1)]
    named = {name for stage in found for name, _ in owners(stage["Owner"].text)}
    assert {*shown("stages", "owner")} == named
    assert colors("stages") == {id for stage in found for _, id in owners(stage["Owner"].text)} - {""}
    assert arrows("stages") == len(found)  # between the stages, and one back


def test_a_stage_with_two_owners_has_both_names_and_both_colors() -> None:
    both = "- Owner: [Data Engineer](personas/data-engineer.md), [Clerk](personas/clerk.md), with help\n"
    (svg,) = svgs("stages", small(workflow=f"# W\n\n### One {{ #one }}\n\n{both}"))
    kinds = [each.get("class") for each in svg.iter() if "stripe" in (each.get("class") or "")]
    assert kinds == ["stripe data-engineer", "stripe clerk"]
    assert [each.text for each in svg.iter("text")][:2] == ["Data Engineer", "Clerk"]


def test_the_loop_has_the_steps_of_its_table() -> None:
    rows = table(site().pages["workflow.md"], "Step", "Who")
    assert shown("feedback-loop", "strong") == [plain(row["Step"]) for row in rows]
    assert {*shown("feedback-loop", "owner")} == {name for row in rows for name, _ in owners(row["Who"])}
    assert arrows("feedback-loop") == len(rows)


def test_each_hand_off_is_an_arrow_with_its_words() -> None:
    rows = table(site().pages["personas/index.md"], "From", "To", "What is handed over")
    assert shown("hand-offs", "on") == [what(row["What is handed over"]) for row in rows]
    assert arrows("hand-offs") == len(rows)
    assert len(shown("hand-offs", "owner")) == 2 * len({row[side] for row in rows for side in ("From", "To")})


@pytest.mark.parametrize(
    ("cell", "words"),
    [("[`churn` version 8](a.md#b) with metrics", "churn version 8"), ("Use case, metric", "Use case")],
)
def test_a_hand_off_in_a_few_words(cell: str, words: str) -> None:
    assert what(cell) == words


def test_the_story_has_each_date_of_its_table() -> None:
    rows = table(site().pages["workflow/story.md"], "Date", "What happened", "Who")
    found = events(site())
    assert len(found) == len(rows)
    assert [event.day for event in found] == sorted(event.day for event in found)
    for event, row in zip(found, rows, strict=True):
        assert plain(row["What happened"]).startswith(event.what)
        assert plain(row["Date"]).endswith(event.shown)


def test_a_date_that_is_not_in_the_calendar_is_left_out() -> None:
    found = events(small(workflow__story=STORY.replace("January 5", "February 30")))
    assert [event.day for event in found] == [date(2025, 12, 1), date(2026, 3, 6)]


def test_the_days_between_two_exact_dates_are_computed() -> None:
    begin, middle, end = events(
        small(workflow__story=STORY, workflow__words=WORDS, personas__data_engineer="# Data Engineer\n")
    )
    assert (begin.day, middle.day, end.day) == (date(2025, 12, 1), date(2025, 1, 5), date(2026, 3, 6))
    assert (begin.persona, middle.persona) == ("data-engineer", "")
    assert middle.shown == "January 5"
    assert between(begin, middle) is None
    assert "60 days" in shown("story", "note")  # a label is known so long after its prediction


def test_the_fields_have_the_values_of_their_table() -> None:
    rows = table(site().pages["contrasts/build.md"], "Aspect", "Approval status, `ModelApprovalStatus`")
    (values,) = (row for row in rows if row["Aspect"] == "Values")
    typed = [value for head, cell in values.items() if head != "Aspect" for value in re.findall(r"`(\w+)`", cell)]
    assert [each for each in shown("statuses") if each in typed] == typed
    assert {*shown("statuses", "strong")} == {"Approved"}


def test_a_field_has_its_name_its_values_and_who_sets_it() -> None:
    found = "| Aspect | Approval status, `ModelApprovalStatus` | Job status, `Status` |\n| --- | --- | --- |\n"
    found += "| Scope | A version | A job |\n| Values | `Approved`, `Rejected` | `Done` |\n"
    found += "| Who sets it | A [person](x.md) | SageMaker AI |\n"
    assert fields(small(contrasts__build=f"# Build\n\n{found}")) == (
        Field("Approval status", ("Approved", "Rejected"), "A person"),
        Field("Job status", ("Done",), "SageMaker AI"),
    )
    assert fields(small(contrasts__build=f"# Build\n\n{found.replace('Who', 'What')}")) == ()


def test_the_values_of_the_fields_fit_their_boxes_and_these_the_width() -> None:
    (svg,) = svgs("statuses")
    boxes = [(float(each.get("x", 0)), float(each.get("width", 0))) for each in svg.iter("rect")]
    assert max(x + width for x, width in boxes) == pytest.approx(WIDTH, abs=0.1)
    values = [each for each in svg.iter("text") if each.get("class") in (None, "strong")]
    for (x, width), each in zip(boxes, values, strict=True):
        assert x < float(each.get("x", 0)) and float(each.get("x", 0)) + len(each.text or "") * LETTER < x + width


def test_the_pipelines_have_the_steps_of_their_table() -> None:
    rows = table(site().pages["workflow/pipelines.md"], "Pipeline", "Works on", "Steps", "Then")
    steps = [step.strip() for row in rows for step in plain(row["Steps"]).split(",")]
    assert " ".join(shown("two-pipelines")).split() == " ".join(_in_order(rows)).split()
    assert boxes("two-pipelines", "step") == len(steps)
    assert boxes("two-pipelines", "band") == len(rows)
    assert arrows("two-pipelines") == len(steps) - len(rows) + len(rows) - 1


def _in_order(rows: tuple[dict[str, str], ...]) -> list[str]:
    found = []
    for number, row in enumerate(rows):
        pipeline, works_on, steps, then = (plain(row[name]) for name in ("Pipeline", "Works on", "Steps", "Then"))
        found += [f"{pipeline}: {works_on}", steps.replace(",", ""), then if number < len(rows) - 1 else ""]
    return found


def test_the_duties_are_those_of_the_table_of_roles() -> None:
    found = duties(site())
    assert {name for name, _ in found} == {"Data Scientist", "Compliance Officer", "MLOps Engineer"}
    assert {call for calls in found.values() for call in calls} == {*CALLS}
    (svg,) = svgs("separation-of-duties")
    marks = [each for each in svg.iter("circle")]
    assert len(marks) == sum(map(len, found.values()))


def test_no_role_registers_and_approves() -> None:
    """The caption says so."""
    parts = ({"CreateModelPackage"}, {"UpdateModelPackage"}, {"CreateModel", "UpdateEndpoint"})
    for calls in duties(site()).values():
        assert sum(bool(calls & part) for part in parts) == 1


def test_a_page_gets_both_kinds_of_picture() -> None:
    html = markdown("/// picture | stages\nA.\n///\n\n/// picture | rollouts\nB.\n///\n", extensions=[Pictures()])
    shown = with_drawings(html, site())
    assert 'id="stages-1-title"' in shown and 'id="rollouts-1-title"' in shown and "<!--" not in shown


def test_a_table_is_found_by_its_columns_and_a_pipe_in_code_separates_no_cells() -> None:
    page = small(
        page="# P\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n| A | C |\n| --- | --- |\n| `x|y` | \\| |\n"
    ).pages["page.md"]
    assert table(page, "C") == ({"A": "`x|y`", "C": "\\|"},)
    assert table(page, "A", "D") == () == table(None, "A")


def test_a_row_with_fewer_cells_has_empty_ones() -> None:
    page = small(page="# P\n\n| A | B |\n| --- | --- |\n| 1 |\n").pages["page.md"]
    assert table(page, "A", "B") == ({"A": "1", "B": ""},)
