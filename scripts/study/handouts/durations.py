"""Estimates, for learners and trainers, of the minutes that a part takes, from the number and kind of its questions."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from .plan import Plan, Theme

_ANSWER = {"single": 1.0, "several": 1.5, "blank": 0.75}  # for a learner to answer a question
_IMAGINE_SITUATION = 0.5  # additional minutes to imagine a situation
_DISCUSS_SHARE = 0.5  # the time to discuss the answers, as a share of the time to answer
_DISCUSS_PAIR = 2.0  # to discuss a pair of terms that learners confuse
_STAGE = (1.0, 2.0)  # to read about a stage, and to speak about it
_ROLES = (0.75, 0.75)  # to name the people of a stage and their work, and to compare
_SHORT = (4.0, 2.0)  # to write a short answer, and to compare it with the key points
_ESSAY = (30.0, 15.0)  # for an outline: an essay takes longer than a session has


class Minutes(NamedTuple):
    """Minutes to work alone, and minutes to talk."""

    alone: int
    talk: int

    @property
    def all(self) -> int:
        return self.alone + self.talk


def workflow(plan: Plan) -> Minutes:
    return _minutes_for(len(plan.stages), _STAGE)


def roles(plan: Plan) -> Minutes:
    return _minutes_for(len(plan.stages), _ROLES)


def short_answers(count: int) -> Minutes:
    return _minutes_for(count, _SHORT)


def theme(theme: Theme, pairs: int = 0) -> Minutes:
    """`pairs` is the number of confused pairs to discuss after the answers."""
    alone = sum(_ANSWER[each.item.kind] + _IMAGINE_SITUATION * each.item.situation for each in theme.questions)
    return Minutes(_round_up(alone), _round_up(alone * _DISCUSS_SHARE + _DISCUSS_PAIR * pairs))


def essay() -> Minutes:
    return _minutes_for(1, _ESSAY)


def about(minutes: int) -> str:
    return f"About {minutes} minutes."


def _minutes_for(count: int, minutes: tuple[float, float]) -> Minutes:
    return Minutes(*(_round_up(count * each) for each in minutes))


def _round_up(minutes: float) -> int:
    """Rounded up to the next five, so that no part is planned too short."""
    return 5 * ceil(minutes / 5)
