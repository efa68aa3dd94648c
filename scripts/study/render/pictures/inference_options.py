"""The four options for getting predictions, by the size of a request and the time it may take: the limits of AWS."""

from __future__ import annotations

from math import log10

from .drawing import WIDTH, Drawing, line, rect, text

LIMITS = (("Batch transform", "", 1e5, 86400.0), ("Asynchronous", "1 GB, 1 hour", 1000.0, 3600.0))
"""Name, limits, megabytes, seconds; batch transform reads a dataset of any size, shown up to 100 GB and a day."""
REPLIES = (("Real-time", "25 MB, 60 s", 25.0, 60.0), ("Serverless", "4 MB, 60 s", 4.0, 60.0))
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, WIDTH - 8, 30, 250
_SMALLEST, _LARGEST, _SHORTEST, _LONGEST = 0.1, 1e5, 0.1, 86400.0  # MB and seconds


def inference_options() -> tuple[Drawing, ...]:
    says = (
        "From the inside out: serverless inference allows requests of up to 4 MB and 60 seconds. A real-time endpoint "
        "allows 25 MB and 60 seconds, and asynchronous inference allows 1 GB and 1 hour. Batch transform reads a whole "
        "dataset of any size."
    )
    body = text(0, 14, "How long can a response take?", "head")
    for kind, (name, limit, size, time) in zip(("", "async", "live", "small"), (*LIMITS, *REPLIES), strict=True):
        body += rect(_LEFT, _y(time), _x(size) - _LEFT, _BOTTOM - _y(time), f"option {kind}", 3)
        body += _label(name, limit, size, time)
    ticks = ((1.0, "1 s"), (60.0, "1 min"), (3600.0, "1 h"), (86400.0, "1 day"))
    body += "".join(text(_LEFT - 6, _y(time) + 4, words, "note", "end") for time, words in ticks)
    sizes = ((4.0, "4 MB"), (25.0, "25 MB"), (1000.0, "1 GB"))
    body += "".join(text(_x(size), _BOTTOM + 16, words, "note", "middle") for size, words in sizes)
    body += text(_RIGHT, _BOTTOM + 16, "100 GB", "note", "end") + text(_LEFT, _BOTTOM + 16, "0.1 MB", "note")
    body += line(_LEFT, _BOTTOM, _RIGHT, _BOTTOM, "axis") + line(_LEFT, _TOP, _LEFT, _BOTTOM, "axis")
    body += text(_RIGHT, _BOTTOM + 34, "Size of a request (logarithmic scale)", "note", "end")
    return (Drawing("Inference options by request size and time", says, 290, body),)


def _label(name: str, limit: str, size: float, time: float) -> str:
    x, y = _LEFT + 8, _y(time) + 18
    if name == "Real-time":  # its area next to the serverless one is narrow
        edge, y = _x(size), _y(time) + 20
        leader = line(edge - 9, y - 4, edge + 4, y - 4, "axis")
        return leader + text(edge + 6, y, name, "strong") + text(edge + 6, y + 16, limit, "note")
    return text(x, y, name, "strong") + (text(x, y + 16, limit, "note") if limit else "")


def _x(megabytes: float) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * log10(megabytes / _SMALLEST) / log10(_LARGEST / _SMALLEST), 1)


def _y(seconds: float) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * log10(seconds / _SHORTEST) / log10(_LONGEST / _SHORTEST), 1)
