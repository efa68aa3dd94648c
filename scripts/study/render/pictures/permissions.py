"""Who may make which call, and which routes to production without the approver that leaves open.

When the reader grants or denies a call, `permissions-model.js` finds the open routes again, from the same model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .drawing import WIDTH, Drawing, line, path, rect, text

ROLES = {
    "scientist": ("Data", "Scientist"),
    "engineer": ("MLOps", "Engineer"),
    "officer": ("Compl.", "Officer"),
    "release": ("Release", "role"),
}
CALLS = {
    "register-approved": "CreateModelPackage",
    "approve": "UpdateModelPackage",
    "model": "CreateModel",
    "configuration": "CreateEndpointConfig",
    "endpoint": "UpdateEndpoint",
    "new-component": "CreateInferenceComponent",
    "changed-component": "UpdateInferenceComponent",
}
ENDINGS = ("Component", "Config")  # parts of long names that go into a second line
NOTES = {"register-approved": "with Approved", "approve": "with Approved", "endpoint": "or CreateEndpoint"}


@dataclass(frozen=True, slots=True)
class Route:
    """Open to each role that may make all `calls`, except to the role `task_of`, whose task they are."""

    name: str
    calls: tuple[str, ...]
    task_of: str


ROUTES = (
    Route("Register a version as approved", ("register-approved",), ""),
    Route("Approve a version", ("approve",), "officer"),
    Route("Deploy a model made from a file", ("model", "configuration", "endpoint"), "release"),
    Route("Deploy a component made from a file", ("new-component",), "release"),
    Route("Put a file into a running component", ("changed-component",), "release"),
)
GRANTED: Mapping[str, tuple[str, ...]] = {
    "scientist": ("register-approved",),
    "engineer": ("configuration", "endpoint", "new-component", "changed-component"),
    "officer": ("approve",),
    "release": ("model", "configuration", "endpoint", "new-component", "changed-component"),
}
"""An account in which only the release role may call CreateModel, and the rest was left open."""
_ROW, _TOP, _FIRST, _COLUMN = 36, 44, 124, 55


def open_routes(granted: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Each open route with a role that it is open to, in the order of routes."""
    return [
        (route.name, role)
        for route in ROUTES
        for role in ROLES
        if role != route.task_of and set(route.calls) <= set(granted[role])
    ]


def model() -> dict[str, object]:
    """For the script that lets a reader grant and deny."""
    return {
        "roles": _role_names(),
        "calls": {id: f"{name} {NOTES.get(id, '')}".rstrip() for id, name in CALLS.items()},
        "routes": [{"name": each.name, "calls": each.calls, "taskOf": each.task_of} for each in ROUTES],
        "granted": GRANTED,
    }


def _role_names() -> dict[str, str]:
    return {id: " ".join(name).replace("Compl.", "Compliance") for id, name in ROLES.items()}


def permissions() -> tuple[Drawing, ...]:
    found = open_routes(GRANTED)
    names = _role_names()
    routes = "; ".join(f"{route[0].lower()}{route[1:]} ({names[role]})" for route, role in found)
    says = f"Only the release role may call CreateModel. {len(found)} routes around the approval are open: {routes}."
    return (Drawing("Who may make which call", says, _TOP + _ROW * len(CALLS) + 4, "".join(_matrix(set(found)))),)


def _matrix(found: set[tuple[str, str]]) -> Iterator[str]:
    leads = {(role, call) for route in ROUTES for call in route.calls for role in ROLES if (route.name, role) in found}
    for column, (first, second) in enumerate(ROLES.values()):
        x = _FIRST + _COLUMN * (column + 0.5)
        yield text(x, 14, first, "note", "middle") + text(x, 30, second, "note", "middle")
    for row, (call, name) in enumerate(CALLS.items()):
        y = _TOP + _ROW * row
        yield line(0, y, WIDTH, y, "rule")
        yield from _named(y, name, NOTES.get(call, ""))
        for column, role in enumerate(ROLES):
            if call in GRANTED[role]:
                yield _granted(_FIRST + _COLUMN * (column + 0.5), y + _ROW / 2, (role, call) in leads)


def _named(y: float, name: str, note: str) -> Iterator[str]:
    """The name of a call; one that is too long for its column goes on in a second line."""
    end = next((ending for ending in ENDINGS if name.endswith(ending)), "")
    begin = name.removesuffix(end)
    yield text(0, y + (16 if end or note else 22), begin)
    if end or note:
        yield text(0, y + 31, end or note, "" if end else "note")


def _granted(x: float, y: float, leads_around: bool) -> str:
    box = rect(x - 10, y - 10, 20, 20, "open" if leads_around else "granted", 4)
    mark = [(x - 5, y), (x - 1, y + 4), (x + 5, y - 4)]
    return box + (text(x, y + 5, "!", "open-mark", "middle") if leads_around else path(mark, "tick"))
