"""Write the list of SageMaker API names that the check knows: operations, parameters, and values of the API model.

It needs botocore, which only the tests install. After an update of botocore, run ``.venv/bin/python
scripts/api_words.py``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

SERVICES = ("sagemaker", "sagemaker-runtime", "sagemaker-featurestore-runtime", "sagemaker-metrics")
WORDS = Path(__file__).parent / "study" / "check" / "rules" / "api_words.txt"
OTHERS = (  # services that the lab calls, or that a policy allows
    *("application-autoscaling", "budgets", "cloudwatch", "codepipeline", "ecr", "events", "iam", "lambda", "logs"),
    *("s3", "sns", "sts"),
)
_WORD = re.compile(r"(?:[A-Z][a-z0-9]+|[A-Z]+(?=[A-Z][a-z]|$)){2,}\Z|[A-Z][a-z]{5,}\Z")
_INSTANCE = re.compile(r"(ml\.[a-z0-9-]+)\.([a-z0-9]+)\Z")


def words() -> list[str]:
    """Names such as ``CreateModel`` and ``Approved``, and families and sizes of instances, in order."""
    found = set(_words())
    instances = [match for word in found if (match := _INSTANCE.match(word))]
    families = {match[1] for match in instances} | {f"*.{match[2]}" for match in instances}
    return sorted({word for word in found if _WORD.match(word)} | families)


def _words() -> Iterator[str]:
    from botocore.session import get_session

    for service in SERVICES:
        model = get_session().get_service_model(service)
        yield from model.operation_names
        for name in model.shape_names:
            shape = model.shape_for(name)
            yield from getattr(shape, "members", ())
            yield from getattr(shape, "enum", ())
    for service in OTHERS:
        yield from get_session().get_service_model(service).operation_names


def as_text(found: list[str]) -> str:
    """The words in lines of at most 120 characters."""
    lines = [""]
    for word in found:
        if len(lines[-1]) + len(word) >= 120:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines) + "\n"


def main() -> int:
    WORDS.write_text(as_text(words()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
