"""Parts of a session: what each takes and asks for, all of them in one table, and a choice for a time that is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import combinations

from .durations import Minutes
from .section import text

_GIVEN = (60, 90)  # minutes that a session has
_MOST = 4  # parts in it
_TRIED = 20  # parts, the first ones: more choices than these take a while to try


@dataclass(frozen=True, slots=True)
class Session:
    """A part of a session; `alone` says what a learner does alone, `sheet` what of the learner handout to print."""

    id: str
    title: str
    time: Minutes
    alone: str
    sheet: str
    html: str
    after: str = ""


def timing(session: Session) -> str:
    alone, talk = session.time
    told = (
        f": {alone} {session.alone}, {talk} to talk" if alone and talk else f" {session.alone if alone else 'to talk'}"
    )
    after = f" {text(session.after)}" if session.after else ""
    return f'<p class="timing"><b>{session.time.all} minutes</b>{told}.{after}</p>'


def overview(sessions: Sequence[Session]) -> str:
    """All parts, then a choice of them for each time that is given."""
    rows = "".join(
        f'<tr><td><a class="place" href="#{escape(each.id)}">{text(each.title)}</a></td>'
        f"<td>{each.time.alone or ''}</td><td>{each.time.talk}</td><td>{each.time.all}</td><td></td></tr>"
        for each in sessions
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Part", "Alone", "Talk", "Minutes", "Your time"))
    hours = round(sum(each.time.all for each in sessions) / 60)
    return (
        f'<table class="plan"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        f"<p>All parts together take about {hours} hours: choose from them. Times are estimates from the number and the"
        " kind of the questions.</p>" + "".join(_choice(choose(sessions, minutes)) for minutes in _GIVEN)
    )


def choose(sessions: Sequence[Session], minutes: int) -> tuple[Session, ...]:
    """The parts that leave the least of the time unused and, among those, the first ones."""
    places = range(min(len(sessions), _TRIED))
    tried = (chosen for count in range(1, _MOST + 1) for chosen in combinations(places, count))
    left = ((minutes - sum(sessions[place].time.all for place in chosen), chosen) for chosen in tried)
    best = min(((unused, chosen) for unused, chosen in left if unused >= 0), default=(0, ()))
    return tuple(sessions[place] for place in best[1])


def _choice(sessions: Iterable[Session]) -> str:
    chosen = list(sessions)
    if not chosen:
        return ""
    rows = "".join(
        f"<tr><td>{text(each.title)}</td><td>{text(each.sheet)}</td><td>{each.time.all}</td></tr>" for each in chosen
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Part", "Print from the learner handout", "Minutes"))
    return (
        f"<h3>A session of {sum(each.time.all for each in chosen)} minutes</h3>"
        f'<table class="choice"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    )
