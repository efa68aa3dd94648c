"""The objects of a PDF without gaps in their numbers: a table of objects has a row for each number, used or not."""

from __future__ import annotations

import re

import pydyf

_TOKEN = re.compile(rb"\((?:\\.|[^\\)])*\)|\b(\d+) 0 R\b", re.DOTALL)  # what stands in a text is no reference


class _Written(pydyf.Object):  # type: ignore[misc]  # pydyf has no types
    """An object whose references have their new numbers."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data

    @property
    def data(self) -> bytes:
        return self._data


def close_gaps(pdf: pydyf.PDF) -> None:
    """Number the objects that are used from 1 on."""
    used = [item for item in pdf.objects if item.free == "n"]
    numbers = {item.number: number for number, item in enumerate(used, 1)}

    def renumbered(data: bytes) -> bytes:
        return _TOKEN.sub(lambda token: b"%d 0 R" % numbers[int(token[1])] if token[1] else token[0], data)

    del pdf.objects[1:]
    for item in used:
        if isinstance(item, pydyf.Stream):
            item.extra = {
                key: _Written(renumbered(pydyf.Array([value]).data[1:-1])) for key, value in item.extra.items()
            }
            pdf.add_object(item)
        else:
            pdf.add_object(_Written(renumbered(item.data)))
    pdf.catalog.number = numbers[pdf.catalog.number]
