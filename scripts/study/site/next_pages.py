"""The targets of "Previous" and "Next" at the foot of each page.

1. A session is between the sessions before and after it. The course page comes before the first one, review after
   the last one.
2. A page that a session says to read is between that session and the next page to read there; after the last one come
   the session's questions. If several sessions read it, the first of them counts.
3. A page from which sessions take questions is between the session that takes the most, and the session after that.
   The page of the first session's questions leads to the course page: readers try it before they begin.
4. Any other page has the neighbors of its own section of the menu; after the last of a section comes the course page.
   The glossary is one of these, although sessions read its entries.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..content import course, glossary
from ..content.course import Session

AFTER_THE_COURSE = "review.md"


@dataclass(frozen=True, slots=True)
class Step:
    """A page or a section of it; an empty title means the page's own title."""

    path: str
    id: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Neighbors:
    previous: Step | None
    next: Step | None


def neighbors(sessions: Sequence[Session], sections: Iterable[Sequence[str]]) -> dict[str, Neighbors]:
    """The neighbors of each page by path. `sections` are the pages of each section of the menu, in order."""
    return dict(_menu(sections)) | dict(_asked(sessions)) | dict(_read(sessions)) | dict(_course(sessions))


def _menu(sections: Iterable[Sequence[str]]) -> Iterator[tuple[str, Neighbors]]:
    for pages in sections:
        for previous, path, after in zip([None, *pages], pages, [*pages[1:], course.PATH], strict=False):
            yield path, Neighbors(Step(previous) if previous and previous != after else None, Step(after))


def _course(sessions: Sequence[Session]) -> Iterator[tuple[str, Neighbors]]:
    path = [course.PATH, *(session.path for session in sessions), AFTER_THE_COURSE]
    if sessions:
        yield course.PATH, Neighbors(None, Step(path[1]))
    for previous, own, after in zip(path, path[1:-1], path[2:], strict=False):
        yield own, Neighbors(Step(previous), Step(after))


def _read(sessions: Sequence[Session]) -> Iterator[tuple[str, Neighbors]]:
    for session in reversed(sessions):  # the first one comes last and counts
        questions = Step(session.path, course.ANSWER, f"Questions of session {session.number}")
        steps = [Step(target.path, target.id, target.text) for target in session.reads]
        for step, after in zip(steps, [*steps[1:], questions], strict=False):  # of two in one page, the last counts
            if not glossary.is_glossary(step.path):
                yield step.path, Neighbors(Step(session.path), after)


def _asked(sessions: Sequence[Session]) -> Iterator[tuple[str, Neighbors]]:
    after = {session: Step(following.path) for session, following in pairwise(sessions)}
    for path, session in _most_asked(sessions).items():
        if session == sessions[0]:
            yield path, Neighbors(None, Step(course.PATH))
        else:
            yield path, Neighbors(Step(session.path), after.get(session, Step(AFTER_THE_COURSE)))


def _most_asked(sessions: Sequence[Session]) -> Mapping[str, Session]:
    """By page, the session that takes the most questions from it; of two with the same number, the later."""
    counts: dict[str, tuple[int, Session]] = {}
    for session in sessions:
        for path, count in Counter(target.path for target in session.asks).items():
            if path not in counts or count >= counts[path][0]:
                counts[path] = (count, session)
    return {path: session for path, (_, session) in counts.items()}
