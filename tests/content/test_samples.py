"""The lab's samples run as a reader runs them, and the pages' statements about the API match its model."""

from __future__ import annotations

import ast
import json
import re
from functools import cache

import boto3
import pytest
from botocore.model import Shape
from botocore.session import get_session
from generated_files import generated_files
from samples import Run, Sample, samples, session
from sites import ROOT
from strict import compiled, problems
from study.content.guide import Guide
from study.content.load import load
from study.content.page import Page
from study.content.source import Source

model = cache(get_session().get_service_model)

INDEX = "lab/index.md"
LAB = (
    "lab/prepare-and-train.md",
    "lab/register-and-approve.md",
    "lab/deploy-and-invoke.md",
    "lab/watch-and-retrain.md",
)
SETUP = ("start-the-imitation", "calls-that-moto-lacks")
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
FACTS = [  # page, its words, a member of the API model, what the words say about it
    ("workflow.md", "one of three values: `PendingManualApproval`, `Approved`, or `Rejected`", "UpdateModelPackageInput.ModelApprovalStatus", {"PendingManualApproval", "Approved", "Rejected"}),
    ("workflow.md", "`ApprovalDescription`, up to 1,024 characters", "UpdateModelPackageInput.ApprovalDescription", (0, 1024)),
    ("glossary/sagemaker-model-registry.md", "Its values are `PendingManualApproval`, `Approved`, and `Rejected`", "CreateModelPackageInput.ModelApprovalStatus", {"PendingManualApproval", "Approved", "Rejected"}),
    ("glossary/amazon-s3.md", "`File`, `FastFile`, or `Pipe` mode", "AlgorithmSpecification.TrainingInputMode", {"File", "FastFile", "Pipe"}),
    ("glossary/sagemaker-endpoints.md", "memory 1 to 6 GB", "ProductionVariantServerlessConfig.MemorySizeInMB", (1 * 1024, 6 * 1024)),
    ("glossary/sagemaker-endpoints.md", "Up to 10 variants", "CreateEndpointConfigInput.ProductionVariants", (1, 10)),
    ("glossary/sagemaker-feature-store.md", "values of type `Integral`, `Fractional`, or `String`", "FeatureDefinition.FeatureType", {"Integral", "Fractional", "String"}),
    ("glossary/sagemaker-model-monitor.md", "There are four monitor types: `DataQuality`, `ModelQuality`, `ModelBias`, and `ModelExplainability`", "MonitoringScheduleConfig.MonitoringType", {"DataQuality", "ModelQuality", "ModelBias", "ModelExplainability"}),
    ("glossary/sagemaker-processing.md", "the number of instances (1 to 100)", "ProcessingClusterConfig.InstanceCount", (1, 100)),
    ("glossary/sagemaker-processing.md", "A job can run for up to 9 days", "ProcessingStoppingCondition.MaxRuntimeInSeconds", (1, 9 * 24 * 3600)),
    ("corrections.md", "`MonitoringType` has four values: `DataQuality`, `ModelQuality`, `ModelBias`, and `ModelExplainability`", "MonitoringScheduleConfig.MonitoringType", {"DataQuality", "ModelQuality", "ModelBias", "ModelExplainability"}),
    ("lab/prepare-and-train.md", "The name of a tuning job can have at most 32 characters", "CreateHyperParameterTuningJobRequest.HyperParameterTuningJobName", (1, 32)),
    ("lab/prepare-and-train.md", "a training job can have 63", "CreateTrainingJobRequest.TrainingJobName", (1, 63)),
    ("lab/register-and-approve.md", "up to 1,024 characters", "UpdateModelPackageInput.ApprovalDescription", (0, 1024)),
    ("lab/deploy-and-invoke.md", "An ID can have up to 64 characters", "sagemaker-runtime:InvokeEndpointInput.InferenceId", (1, 64)),
    ("lab/deploy-and-invoke.md", "`WaitIntervalInSeconds` can be 0 to 3600", "TrafficRoutingConfig.WaitIntervalInSeconds", (0, 3600)),
    ("lab/deploy-and-invoke.md", "`MaximumExecutionTimeoutInSeconds` can be 600 to 28800", "BlueGreenUpdatePolicy.MaximumExecutionTimeoutInSeconds", (600, 28800)),
]  # fmt: skip
LIMITS = {  # rows of the lab's table of limits, in order, as members of the API model
    "S3DataType": "ProcessingS3Input", "S3UploadMode": "ProcessingS3Output", "TrainingInputMode": "AlgorithmSpecification",
    "S3DataDistributionType": "S3DataSource", "HyperParameters": "CreateTrainingJobRequest", "KeepAlivePeriodInSeconds": "ResourceConfig", "Strategy": "HyperParameterTuningJobConfig",
    "ModelApprovalStatus": "CreateModelPackageInput", "ApprovalDescription": "UpdateModelPackageInput",
    "CustomerMetadataProperties": "CreateModelPackageInput", "ModelCardStatus": "CreateModelCardRequest",
    "ProductionVariants": "CreateEndpointConfigInput", "InitialSamplingPercentage": "DataCaptureConfig", "CaptureMode": "CaptureOption",
    "MemorySizeInMB": "ProductionVariantServerlessConfig", "MaxConcurrency": "ProductionVariantServerlessConfig",
    "ProvisionedConcurrency": "ProductionVariantServerlessConfig",
    "MaxConcurrentInvocationsPerInstance": "AsyncInferenceClientConfig", "Type": "TrafficRoutingConfig",
    "WaitIntervalInSeconds": "TrafficRoutingConfig", "TerminationWaitInSeconds": "BlueGreenUpdatePolicy",
    "MaximumExecutionTimeoutInSeconds": "BlueGreenUpdatePolicy", "Alarms": "AutoRollbackConfig", "VariantPropertyType": "VariantProperty",
    "BatchStrategy": "CreateTransformJobRequest", "JoinSource": "DataProcessing",
    "MonitoringType": "MonitoringScheduleConfig", "PipelineDefinition": "CreatePipelineRequest",
    "EndpointStatus": "DescribeEndpointOutput", "PipelineExecutionStatus": "DescribePipelineExecutionResponse",
}  # fmt: skip


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(ROOT / "docs", generated_files)


@pytest.fixture(scope="module")
def whole(guide: Guide) -> Run:
    """All pages in a row, in one session, without what is for those who start in the middle."""
    with session() as run:
        for path in (INDEX, *LAB):
            for sample in runnable(guide, path):
                if sample.section != CATCH_UP:
                    run.sample(sample)
        return run


def runnable(guide: Guide, path: str, *sections: str) -> list[Sample]:
    found = [sample for sample in samples(guide.pages[path]) if sample.runs]
    return [sample for sample in found if not sections or sample.section in sections]


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


REFUSED = {
    "value": ("sagemaker", "update_model_package", {"ModelPackageArn": "arn:aws:sagemaker:eu-central-1:111122223333:model-package/churn/8", "ModelApprovalStatus": "Pending Approval"}, "ModelApprovalStatus: 'Pending Approval' is none of Approved, Rejected, PendingManualApproval"),
    "pattern": ("sagemaker", "delete_model", {"ModelName": "churn_v8"}, "ModelName: 'churn_v8' does not match [a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?"),
    "maximum": ("sagemaker", "update_endpoint", {"EndpointName": "churn-endpoint", "EndpointConfigName": "churn-config-v8", "DeploymentConfig": {"BlueGreenUpdatePolicy": {"TrafficRoutingConfiguration": {"Type": "CANARY", "WaitIntervalInSeconds": 3601}}}}, "DeploymentConfig.BlueGreenUpdatePolicy.TrafficRoutingConfiguration.WaitIntervalInSeconds: 3601 is above 3600"),
    "length": ("sagemaker", "delete_endpoint", {"EndpointName": "e" * 64}, "EndpointName: 64 is above 63"),
    "unknown": ("sagemaker", "delete_endpoint", {"EndpointName": "churn-endpoint", "Force": True}, "Force: there is no such parameter"),
    "missing": ("sagemaker", "create_endpoint", {"EndpointName": "churn-endpoint"}, "EndpointConfigName is missing"),
    "type": ("cloudwatch", "delete_alarms", {"AlarmNames": [5]}, "AlarmNames[0]: 5 is no string"),
}  # fmt: skip


def test_a_slip_in_a_sample_is_told_at_its_line(guide: Guide) -> None:
    """Most of them botocore lets pass, and moto too."""
    fence = "```python\nboto3.client({!r}, 'eu-central-1').{}(**{!r})\n```\n"
    page = Page(Source("page.md", "".join(fence.format(*slip[:3]) for slip in REFUSED.values())))
    with session() as run:
        for sample in (*runnable(guide, INDEX, *SETUP), *samples(page)):
            run.sample(sample)
    for line, (_, method, _, message) in enumerate(REFUSED.values()):
        operation = "".join(word.capitalize() for word in method.split("_"))
        assert f"page.md:{3 * line + 2}: {operation}: {message}" in run.problems


def test_an_error_and_a_wrong_output_are_told_at_their_line() -> None:
    page = Page(
        Source("page.md", "# A\n\n```python\nx = 1\n1 / 0\n```\n\n```python\nprint(x)\n```\n\n```text\n2\n```\n")
    )
    with session() as run:
        for sample in samples(page):
            run.sample(sample)
    assert run.problems == [
        "page.md:5: ZeroDivisionError: division by zero",
        "page.md:9: prints '1\\n', and the page shows '2\\n'",
    ]


def test_every_pattern_of_the_services_used_is_understood(whole: Run) -> None:
    for service in {call.service for call in whole.calls}:
        shapes = map(model(service).shape_for, model(service).shape_names)
        for pattern in {shape.metadata["pattern"] for shape in shapes if "pattern" in shape.metadata}:
            compiled(pattern)


@pytest.mark.parametrize(("pattern", "fits", "nope"), [
    (r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*", "Größe 5", "a\nb"),
    (r"\p{ASCII}*", "abc", "ä"),
    (r"\A\S[\p{Print}]*\z", "T-4711", " T"),
    (r"([\p{L}_]*)${1,128}", "training_data", "a b"),
    (r"^(?![^:\\]*/action/|(?i).*<script>.*</script>.*)[^:\\]+$", "churn-lab", "a/action/b"),
])  # fmt: skip
def test_a_pattern_for_java_is_read_as_meant(pattern: str, fits: str, nope: str) -> None:
    assert compiled(pattern).fullmatch(fits)
    assert not compiled(pattern).fullmatch(nope)


@pytest.mark.parametrize(
    ("path", "typed", "member", "expected"), FACTS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_a_page_says_is_what_the_model_says(
    guide: Guide, path: str, typed: str, member: str, expected: object
) -> None:
    assert typed in words(guide, path)
    assert said(member) == expected


def test_the_table_of_limits_is_what_the_model_says(guide: Guide) -> None:
    rows = re.findall(r"^\| `(\w+)`[^|]*\|[^|]*\| (.+) \|$", guide.pages["lab/limits.md"].source.text, re.MULTILINE)
    assert [name for name, _ in rows] == [*LIMITS]
    for name, cell in rows:
        limits = re.match(r"(\d+) to (\d+)\b", cell)
        told = tuple(map(int, limits.groups())) if limits else set(re.findall(r"`(\w+)`", cell))
        assert said(f"{LIMITS[name]}.{name}") == told, name


def said(member: str) -> set[str] | tuple[int, int]:
    """The values of a member such as ``CaptureOption.CaptureMode``, or its least and greatest size."""
    service, _, member = member.rpartition(":")
    shape, _, name = member.partition(".")
    own = model(service or "sagemaker").shape_for(shape).members[name]
    return set(getattr(own, "enum", ())) or (own.metadata["min"], own.metadata["max"])


def words(guide: Guide, path: str) -> str:
    return " ".join(guide.pages[path].source.text.split())


def section(page: Page, id: str) -> str:
    [heading] = [heading for heading in page.headings if heading.id == id]
    start, stop = page.section(heading)
    return page.source.text[start:stop].partition("\n### ")[0]
