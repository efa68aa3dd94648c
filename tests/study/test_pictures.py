from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from cases import guide
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.content.workflow import PATH, TRACE, stages
from study.render.svg import Arrow, Box, Layout, Words, picture, wrapped
from study.render.workflow_diagram import Link, pictures, trace

TABLE = """\
# The workflow

### Train { #train }

- Owner: [Data Scientist](personas/data-scientist.md), with help
- Output: Model
- Tools: [Python SDK][sdk]; EMR

### Approve { #approve .gate }

- Owner: A | B
- Output: Back to [Train](#train)
- Tools: SDKs, sdk (old), `x`
"""
GLOSSARY = "# SDK { #sdk }\n\nCode.\n\n- Also called: Python SDK\n"


def read(table: str = TABLE) -> Guide:
    return guide(workflow=table, glossary=GLOSSARY)


def drawn(guide: Guide) -> str:
    return pictures(guide, "workflow.md", lambda path: f"../{path}")["train"]


def test_a_stage_has_its_facts_by_label() -> None:
    first, second = stages(read())
    assert (first.id, first.name, first.classes, first["Output"].text) == ("train", "Train", (), "Model")
    assert (second.classes, second["Owner"].text, second["Nothing"].text) == (("gate",), "A | B", "")
    assert str(first.place) == str(read().pages["workflow.md"].place(TABLE.index("Train")))


def test_a_trace_has_the_named_rows_of_its_table() -> None:
    columns = "| Link | Where it is stored | Leads to | Without it |\n| --- | --- | --- | --- |\n"
    rows = "| **[Model version][]**{ #version } | a `b` | [A](#a), [B](b.md#c) | x |\n| C | | | |\n| **D**{ #d } |\n"
    page = guide(**{TRACE.removesuffix(".md"): columns + rows})
    assert trace(page) == [Link("version", "Model version", "a b", "x", ["a"]), Link("d", "D", "", "", [])]


def test_a_fact_on_two_lines_is_one_text() -> None:
    (stage,) = stages(read("### Train { #train }\n\n- Owner: A\n- Input: one,\n    two\n- Output: x\n"))
    assert stage["Input"].text == "one, two"


def test_a_heading_without_facts_or_of_another_level_is_no_stage() -> None:
    assert stages(read("### Train { #train }\n\nText.\n\n## Approve { #approve }\n\n- Owner: A\n")) == ()


@pytest.mark.parametrize(
    ("letters", "lines"),
    [
        (22, ["z, [Model Registry], x"]),
        (17, ["z,", "[Model Registry], x"]),
        (11, ["z, [Model]", "[Registry], x"]),
        (3, ["z,", "[Model]", "[Registry],", "x"]),
    ],
)
def test_text_is_wrapped_between_words_and_links_go_on(letters: int, lines: list[str]) -> None:
    paragraph = (Words("z,"), Words("Model Registry,", "#r"), Words("x"))
    shown = [
        " ".join(f"[{part.text}]" if part.href else part.text for part in line) for line in wrapped(paragraph, letters)
    ]
    assert [line.replace(",]", "],") for line in shown] == lines


def test_a_stage_shows_its_owner_and_the_tools_of_the_glossary_as_links() -> None:
    svg = drawn(read())
    assert '<a href="#train">Train</a>' in svg
    assert ">Data Scientist</text>" in svg
    assert svg.count('<a href="../glossary/sdk.md">Python SDK</a>') == 3  # once in each layout
    assert svg.count('<a href="../glossary/sdk.md">SDKs</a>') == 3
    assert "EMR" not in svg
    assert 'class="box data-scientist"' in svg and 'class="box gate"' in svg


def test_a_stage_with_two_owners_shows_both_names_and_both_colors() -> None:
    two = "[Data Engineer](personas/data-engineer.md), [Data Scientist](personas/data-scientist.md), with help"
    svg = ElementTree.fromstring(
        drawn(read(TABLE.replace("[Data Scientist](personas/data-scientist.md), with help", two)))
    )
    for layout in svg.findall("svg"):
        box = layout.findall("g")[0]
        assert box.get("class") == "box"  # and so no color of one owner for the whole box
        first, second = (each for each in box.findall("rect") if "stripe" in (each.get("class") or ""))
        assert (first.get("class"), second.get("class")) == ("stripe data-engineer", "stripe data-scientist")
        assert float(first.get("x", 0)) + float(first.get("width", 0)) == float(second.get("x", 0))
        owners = [
            (each.get("class"), each.text) for each in box.findall("text") if "owner" in (each.get("class") or "")
        ]
        assert owners == [("owner data-engineer", "Data Engineer,"), ("owner data-scientist", "Data Scientist")]


def test_each_layout_is_sound_xml_with_ids_of_its_own() -> None:
    root = ElementTree.fromstring(drawn(read()))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert [svg.get("class") for svg in root.findall("svg")] == ["narrow", "middle", "wide"]
    assert len(ids) == len(set(ids)) == 3


def test_a_link_back_is_a_dashed_arrow() -> None:
    assert drawn(read()).count('class="back"') == 3
    assert 'class="back"' not in drawn(read(TABLE.replace("[Train](#train)", "start")))


def test_the_caption_says_where_the_loop_returns_and_what_only_existing_customers_have() -> None:
    loop = "The dashed line is the feedback loop"
    assert f"{loop}: a retrained model returns to Train.</figcaption>" in drawn(read())
    limited = TABLE.replace("sdk (old)", "[sdk][] (existing customers)").replace("[Train](#train)", "start")
    assert f"{loop}. sdk: existing customers only.</figcaption>" in drawn(read(limited))


def test_text_stays_text() -> None:
    box = Box("a", Words('<b> & "c"', 'x"onload="y'), ())
    svg = picture('a "label"', "<i>", [box], [], [Layout("narrow", 1, 200)])
    assert '&lt;b&gt; &amp; "c"' in svg and "&lt;i&gt;" in svg and 'href="x&quot;onload=' in svg
    ElementTree.fromstring(svg)


def test_boxes_stand_apart_and_inside_whatever_their_number_and_text() -> None:
    for columns in (1, 3, 6):
        for number in (1, 2, 7, 12):
            boxes = [Box(f"b{n}", Words(f"Box {n}"), (("", (Words("word " * n * 3),)),)) for n in range(number)]
            arrows = [Arrow(f"b{n}", f"b{n + 1}") for n in range(number - 1)] + [Arrow(f"b{number - 1}", "b0")]
            svg = picture("", "", boxes, arrows, [Layout("some", columns, 150)])
            width, height = map(float, re.search(r'viewBox="0 0 (\S+) (\S+)"', svg).groups())  # type: ignore[union-attr]
            frames = [
                tuple(map(float, found))
                for found in re.findall(r'<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)" rx', svg)
            ]
            assert len(frames) == number
            for index, (x, y, w, h) in enumerate(frames):
                assert x >= 0 and y >= 0 and x + w <= width and y + h <= height
                assert all(x + w < a or a + c < x or y + h < b or b + d < y for a, b, c, d in frames[:index])
            assert all(
                0 <= float(each) <= max(width, height)
                for path in re.findall(r' d="M([\d. ]+)"', svg)
                for each in path.split()
            )


def test_the_site_draws_what_its_tables_say() -> None:
    guide = load(ROOT / "docs")
    found = pictures(guide, PATH, lambda path: path)
    assert list(found) == ["frame"]
    assert list(pictures(guide, TRACE, lambda path: path)) == ["trace-prediction"]
    for stage in stages(guide):
        assert found["frame"].count(f'<a href="#{stage.id}">{stage.name}</a>') == 3
    assert found["frame"].count('class="back"') == 3  # from Feedback to Evaluate
    linked = set(re.findall(r"glossary/([\w-]+)\.md", found["frame"]))
    page = guide.pages["workflow.md"]
    for stage in stages(guide):
        cell = stage["Tools"]
        for reference in page.references_between(cell.start, cell.stop):
            term = guide.term_of(reference)
            assert term and term.id in linked
