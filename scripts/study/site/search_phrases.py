"""Words that people search for but that the page does not use. Search finds the page by them, without showing them.

They are in the field of the search index that the theme has for tags.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..content.glossary import Term

PHRASES = {
    "learn": "what is SageMaker, introduction for beginners",
    "learn/deploy": "rollback",
    "learn/monitor": "retraining",
    "personas/data-engineer": "who owns the data, tasks, duties, responsibilities",
    "personas/data-scientist": "tasks, duties, responsibilities",
    "personas/mlops-engineer": "operations, tasks, duties, responsibilities",
    "personas/compliance-officer": "who approves a model, who signs off, sign-off, tasks, duties, responsibilities",
    "workflow/approve": "who approves a model, who signs off, sign-off",
    "workflow/approval-gate": "who approves a model, who signs off, sign-off",
    "workflow/feedback-loop": "retrain a model",
    "glossary/approval-status": "registry status",
    "glossary/deployment-guardrails": "rollback, roll back",
    "glossary/iam": "permissions, access rights",
    "glossary/reproducibility": "reproduce a model",
    "glossary/residual-risk": "accept a risk, risk acceptance",
    "topics/cost/savings-plans": "discount, reserved instances",
}
"""By page, or by page and section: `workflow/approve` for `workflow/#approve`."""
PAIRS = "contrasts/"
COMPARED = "vs, versus, difference"


def phrases(location: str, title: str, terms: Iterable[Term]) -> list[str]:
    """The additional words of an entry of the search index: its line in the table, and the other names of a term.

    A pair of confused terms also gets the words that people type between two names.
    """
    key = location.replace("#", "").strip("/")
    found = [PHRASES[key]] if key in PHRASES else []
    found += [", ".join(term.aliases) for term in terms if key == f"glossary/{term.id}" and term.aliases]
    if location.startswith(PAIRS) and "#" in location and " or " in title:
        found.append(COMPARED)
    return found
