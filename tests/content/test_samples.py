"""The lab's samples run as a reader runs them, and the pages say what they create and how to undo it."""

from __future__ import annotations

import ast
import json
import re

import boto3
import pytest
from botocore.model import Shape
from lab_pages import INDEX, LAB, SETUP, model, runnable, words
from samples import Run, samples, session
from strict import compiled, problems
from study.content.guide import Guide
from study.content.page import Page

CATCH_UP = "start-here"  # for those who have not run the pages before
NAMES = ("before-you-start", CATCH_UP)
LABELS = ["Who runs it", "Creates", "Cost if you forget it", "Undo"]
NOT_RUN = (
    r"Our tests don't run this sample, because .+ is not one of the site's packages\. "
    r"We ran it by hand with .+ \(November 2026\)\."
)
LACKS = {  # what moto does not implement: what the lab needs it for
    "CreateMonitoringSchedule": "the schedule, for existing customers",
    "DeleteModelPackage": "the undo of registering",
    "DeleteModelPackageGroup": "the undo of making the group",
    "DeleteMonitoringSchedule": "the clean-up",
    "UpdateEndpoint": "the canary",
}


@pytest.fixture(scope="module")
def whole(guide: Guide) -> Run:
    """All pages in a row, in one session, without what is for those who start in the middle."""
    with session() as run:
        for path in (INDEX, *LAB):
            for sample in runnable(guide, path):
                if sample.section != CATCH_UP:
                    run.sample(sample)
        return run


@pytest.mark.parametrize("path", LAB)
def test_a_page_runs_alone(guide: Guide, path: str) -> None:
    with session() as run:
        for sample in (*runnable(guide, INDEX, *SETUP), *runnable(guide, path)):
            run.sample(sample)
        assert run.problems == []
        assert run.calls


def test_all_pages_run_in_a_row(whole: Run) -> None:
    assert whole.problems == []


def test_other_pages_run_too(guide: Guide) -> None:
    for path in guide.pages.keys() - {INDEX, *LAB}:
        with session() as run:
            for sample in runnable(guide, path):
                run.sample(sample)
            assert run.problems == []


def test_moto_lacks_exactly_what_the_page_says(guide: Guide) -> None:
    """Where moto has learnt a call, its stand-in goes: from here, from the page and from the sample."""
    [stand_in] = runnable(guide, INDEX, SETUP[1])
    assert re.findall(r'"([A-Z]\w+)"', stand_in.code) == [*LACKS]
    with session() as run:
        for sample in runnable(guide, INDEX, SETUP[0]):
            run.sample(sample)
        client = boto3.client("sagemaker", region_name="eu-central-1")
        for method, call in client.meta.method_to_api_mapping.items():
            if call in LACKS:
                shape = client.meta.service_model.operation_model(call).input_shape
                with pytest.raises(NotImplementedError):
                    getattr(client, method)(**least(shape))


def least(shape: Shape) -> object:
    """The smallest request that botocore lets pass."""
    if shape.type_name != "structure":
        return "a"
    return {name: least(shape.members[name]) for name in shape.required_members}


def test_a_stand_in_is_told_where_it_stands(guide: Guide, whole: Run) -> None:
    for call in ("UpdateEndpoint", "CreateMonitoringSchedule"):
        told = [path for path in LAB if f"**moto does not implement `{call}`.**" in words(guide, path)]
        assert len(told) == 1, call
        assert call in {made.name for made in whole.calls}


@pytest.mark.parametrize("path", (INDEX, *LAB))
def test_a_sample_says_who_what_cost_and_undo(guide: Guide, path: str) -> None:
    page = guide.pages[path]
    for heading in page.headings:
        own = runnable(guide, path, heading.id)
        if own and heading.id not in NAMES:
            assert len(own) == 1, f"{own[1].place}: a second sample in one section"
            body = section(page, heading.id)
            assert re.findall(r"^- \*\*([^*:]+):\*\*", body, re.MULTILINE) == LABELS, own[0].place


def test_a_sample_fits_a_screen(guide: Guide) -> None:
    for path in (INDEX, *LAB):
        for sample in samples(guide.pages[path]):
            assert len(sample.code.splitlines()) <= 30, sample.place
            assert max(map(len, sample.code.splitlines())) <= 104, sample.place


@pytest.mark.parametrize("path", (INDEX, *LAB))
def test_an_undo_is_a_call_that_the_model_accepts(guide: Guide, whole: Run, path: str) -> None:
    for typed in re.findall(r"`(\w+\.\w+\([^`]*\))`", words(guide, path)):
        tree = ast.parse(typed, mode="eval").body
        assert isinstance(tree, ast.Call) and isinstance(tree.func, ast.Attribute), typed
        client = whole.names[ast.unparse(tree.func.value)]
        if not hasattr(client, "meta") or tree.args:
            continue  # mock.stop() and waiters
        request = {word.arg: eval(ast.unparse(word.value), whole.names) for word in tree.keywords}
        operation = client.meta.method_to_api_mapping[tree.func.attr]
        assert [*problems(client.meta.service_model.operation_model(operation).input_shape, request)] == [], typed


def test_every_sample_stands_in_the_order(guide: Guide) -> None:
    linked = re.findall(r"^\| \[[^]]+\]\(([\w-]+\.md#[\w-]+)\)", section(guide.pages[INDEX], "order"), re.MULTILINE)
    own = [f"{path.removeprefix('lab/')}#{sample.section}" for path in LAB for sample in runnable(guide, path)]
    assert linked == [place for place in own if place.split("#")[1] not in NAMES]


def test_every_call_to_sagemaker_is_some_roles(guide: Guide, whole: Run) -> None:
    listed = set(re.findall(r"`([A-Z]\w+)`", section(guide.pages[INDEX], "who-may-call-what")))
    assert {call.name for call in whole.calls if call.service.startswith("sagemaker")} <= listed
    assert listed <= {*model("sagemaker").operation_names, "InvokeEndpoint"}


def test_what_is_not_run_compiles_and_says_so(guide: Guide) -> None:
    found = [(page, sample) for page in guide for sample in samples(page) if not sample.runs]
    assert len(found) >= 4
    for page, sample in found:
        ast.parse(sample.code)
        above = page.source.text.splitlines()[: sample.line - 2]  # down to the fence
        paragraph = "\n".join(above).rstrip().rpartition("\n\n")[2]
        assert re.fullmatch(NOT_RUN, " ".join(paragraph.split())), sample.place


def test_the_steps_of_the_pipeline_are_requests_too(whole: Run) -> None:
    steps = json.loads(whole.names["definition"], object_hook=resolved)["Steps"]
    made = {"Processing": "CreateProcessingJob", "Training": "CreateTrainingJob", "RegisterModel": "CreateModelPackage"}
    gate = steps.pop()
    assert (gate["Type"], [step["Type"] for step in steps]) == ("Condition", ["Processing", "Training", "Processing"])
    for step in (*steps, *gate["Arguments"]["IfSteps"]):
        shape = model("sagemaker").operation_model(made[step["Type"]]).input_shape
        found = [
            each for each in problems(shape, step["Arguments"]) if not re.fullmatch(r"\w+JobName is missing", each)
        ]
        assert found == [], step["Name"]


def resolved(value: dict) -> object:
    """A value that the pipeline supplies, as some address."""
    return "s3://amzn-s3-demo-bucket/value" if value.keys() & {"Get", "Std:Join", "Std:JsonGet"} else value


def test_every_pattern_of_the_services_used_is_understood(whole: Run) -> None:
    for service in {call.service for call in whole.calls}:
        shapes = map(model(service).shape_for, model(service).shape_names)
        for pattern in {shape.metadata["pattern"] for shape in shapes if "pattern" in shape.metadata}:
            compiled(pattern)


def section(page: Page, id: str) -> str:
    [heading] = [heading for heading in page.headings if heading.id == id]
    start, stop = page.section(heading)
    return page.source.text[start:stop].partition("\n### ")[0]
