"""Mistakes in the lab's samples are reported at their lines, and the API's patterns are read as Java reads them."""

from __future__ import annotations

import pytest
from lab_pages import INDEX, SETUP, runnable
from samples import samples, session
from strict import compiled
from study.content.guide import Guide
from study.content.page import Page
from study.content.source import Source

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
