"""Run samples, which are the Python fences of a page, as a reader runs them, against moto's mock of AWS."""

from __future__ import annotations

import contextlib
import io
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

import boto3
import pytest
from botocore.handlers import BUILTIN_HANDLERS
from botocore.model import OperationModel
from strict import problems
from study.content.page import Page

_FENCE = re.compile(
    r"^(?P<ticks>`{3,})(?P<language>[\w-]*)[ \t]*(?:\{(?P<attributes>[^}\n]*)\})?[ \t]*\n(?P<code>.*?)^(?P=ticks)[ \t]*$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Sample:
    """A Python fence: the line on which its code begins, its section, and the output that the page shows below it."""

    path: str
    line: int
    section: str
    code: str
    runs: bool
    output: str | None

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}"


def samples(page: Page) -> list[Sample]:
    """The Python fences of a page in order; a ``text`` fence next below one is its output."""
    fences = [*_FENCE.finditer(page.source.text)]
    found = []
    for fence, after in zip_longest(fences, fences[1:]):
        if fence["language"] == "python":
            heading = page.heading_of(fence.start())
            shown = after and after["language"] == "text" and page.heading_of(after.start()) == heading
            found.append(
                Sample(
                    page.path,
                    page.place(fence.start("code")).line,
                    heading.id if heading else "",
                    fence["code"],
                    ".not-run" not in (fence["attributes"] or "").split(),
                    after["code"] if shown else None,
                )
            )
    return found


@dataclass(frozen=True)
class Call:
    """A request that botocore was about to send, and what the API model says against it."""

    service: str
    name: str
    problems: tuple[str, ...]


@dataclass
class Run:
    """Samples that share one session: what they defined, which calls they made, and what was wrong with them."""

    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})
    calls: list[Call] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def sample(self, sample: Sample) -> None:
        """Run one sample; what it raises, prints amiss or asks amiss is a problem at the sample's place."""
        written = io.StringIO()
        before = len(self.calls)
        try:
            # the padding gives a traceback the lines of the page
            code = compile("\n" * (sample.line - 1) + sample.code, sample.path, "exec")
            with contextlib.redirect_stdout(written):
                exec(code, self.names)
        except Exception as error:
            lines = [
                frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == sample.path
            ]
            line = lines[0] if lines else getattr(error, "lineno", None) or sample.line
            self.problems.append(f"{sample.path}:{line}: {type(error).__name__}: {error}")
        if sample.output is not None and written.getvalue() != sample.output:
            self.problems.append(f"{sample.place}: prints {written.getvalue()!r}, and the page shows {sample.output!r}")
        self.problems += [
            f"{sample.place}: {call.name}: {each}" for call in self.calls[before:] for each in call.problems
        ]

    def heard(self, params: dict[str, Any], model: OperationModel, **_: object) -> None:
        found = problems(model.input_shape, params) if model.input_shape else ()
        self.calls.append(Call(model.service_model.service_name, model.name, tuple(found)))


@contextlib.contextmanager
def session() -> Iterator[Run]:
    """A run whose every request is heard as it is built. The samples start the mock; here it ends."""
    run = Run()
    heard = ("provide-client-params", run.heard)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("MOTO_ACCOUNT_ID", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "testing")  # no account of the machine's, and what a sample sets is undone
        patch.setattr(boto3, "DEFAULT_SESSION", None)
        BUILTIN_HANDLERS.append(heard)
        try:
            yield run
        finally:
            BUILTIN_HANDLERS.remove(heard)
            if "mock" in run.names:
                run.names["mock"].stop()
