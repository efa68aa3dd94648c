"""The pages' statements about values and limits of the API match its model."""

from __future__ import annotations

import re

import pytest
from lab_pages import model, words
from study.content.guide import Guide

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
