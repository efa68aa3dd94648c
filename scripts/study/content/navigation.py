"""The navigation of ``mkdocs.yml``: each entry with its place. The YAML parser ignores the meaning of tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from .source import Place

PATH = "../mkdocs.yml"  # as seen from the docs folder
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page or an address in the navigation."""

    target: str
    place: Place

    @property
    def is_page(self) -> bool:
        return "://" not in self.target and self.target.endswith(".md")


class Malformed(Exception):
    """The configuration is not YAML; the message is ``line:column: reason``."""


def entries(text: str) -> tuple[Entry, ...] | None:
    """The entries of `nav` in order; `None` if the configuration has no such list. Raises `Malformed`."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{mark.line + 1}:{mark.column + 1}: " if mark else ""
        raise Malformed(f"{where}{error.problem or 'this is not YAML'}") from error
    except yaml.YAMLError as error:
        raise Malformed(str(error).splitlines()[0]) from error
    if not isinstance(root, yaml.MappingNode):
        return None
    listed = next((value for key, value in root.value if key.value == "nav"), None)
    return tuple(_entries(listed)) if isinstance(listed, yaml.SequenceNode) else None


def _entries(node: yaml.Node) -> Iterator[Entry]:
    if isinstance(node, yaml.ScalarNode):
        mark = node.start_mark
        quoted = 1 if node.style in ("'", '"') else 0
        yield Entry(node.value.strip(), Place(PATH, mark.line + 1, mark.column + 1 + quoted))
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _entries(child)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value)
