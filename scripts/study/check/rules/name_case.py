"""X: names that are written with the wrong small and capital letters."""

from __future__ import annotations

import re

from ...content.guide import Guide
from .registry import Finding, Found, rule
from .vocabulary import in_quiz, vocabulary

NAMES = (
    *("AWS", "CloudFormation", "CloudTrail", "CloudWatch", "CodePipeline", "EventBridge", "GitHub", "JupyterLab"),
    *("MLflow", "MLOps", "SageMaker", "TensorBoard", "TensorFlow"),
)
_RIGHT = {name.lower(): name for name in NAMES}
_TYPED = {name: name[0].upper() + name[1:].lower() for name in NAMES}
_WRONG = frozenset((*_TYPED.values(), "MLFlow", "MlFlow", "Mlflow", "MLops", "MlOps")) - frozenset(NAMES)


@rule("X022", "a name with the wrong letters", "Sagemaker", "SageMaker")
def wrong_case(guide: Guide) -> Found:
    """A product has one spelling. Readers who look for it in a console or a document compare the letters."""
    for page, words in vocabulary(guide):
        for word in sorted(_WRONG & words):
            for match in re.finditer(rf"(?<![\w/.@#`:-]){word}(?![\w`]|[-/.@:]\w)", page.source.prose):
                right = _RIGHT[word.lower()]
                if not any(link.target_offset <= match.start() < link.end for link in page.links):
                    fix = None if in_quiz(page, match.start()) else right
                    yield Finding(page.place(match.start()), f'"{word}" is written "{right}"', len(word), fix)
