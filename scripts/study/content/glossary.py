"""Terms: one file each in the folder of the glossary. The heading of the file is the term's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .inline import plain
from .page import Heading, Page
from .source import PARAGRAPH_END, Place

FOLDER = "glossary"
PATH = f"{FOLDER}/index.md"  # lists all terms

_WORDS = re.compile(r"[^\W_]|[*`\[\"“]\S")
FACT = re.compile(r"^[-*][ \t]+([A-Z][^:\n]*):[ \t]*(.*(?:\n[ \t]{2,}\S.*)*)$", re.MULTILINE)
_PERSONA = re.compile(r"\((?:/|\.\./)?personas/([\w-]+)\.md")
_STAGE = re.compile(r"\((?:/|\.\./)?workflow\.md#([\w-]+)\)")


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry, from `offset` to `stop` of its file.

    `definition` is its first paragraph in plain text, `paragraph` the same as typed, `facts` its closing list by label.
    """

    id: str
    name: str
    definition: str
    paragraph: str
    facts: dict[str, str] = field(hash=False)
    place: Place
    offset: int
    stop: int

    @property
    def path(self) -> str:
        """The file that defines it."""
        return self.place.path

    @property
    def aliases(self) -> tuple[str, ...]:
        listed = plain(self.facts.get("Also called", ""))
        return tuple(alias.strip() for alias in listed.split(",") if alias.strip())

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    @property
    def others(self) -> tuple[str, ...]:
        """The entries of `Not the same as`, by name: other terms, and things that the glossary does not define."""
        listed = plain(self.facts.get("Not the same as", ""))
        return tuple(name for entry in listed.split(";") if (name := entry.partition("(")[0].strip()))

    @property
    def beyond(self) -> bool:
        """Whether the study guide lacks it."""
        return "Origin" in self.facts

    @property
    def personas(self) -> tuple[str, ...]:
        """Ids of the personas who use it, from the links of `Used by`."""
        return tuple(_PERSONA.findall(self.facts.get("Used by", "")))

    @property
    def stages(self) -> tuple[str, ...]:
        """Ids of the workflow stages it belongs to, from the links of `Stage`."""
        return tuple(_STAGE.findall(self.facts.get("Stage", "")))


def is_term_file(path: str) -> bool:
    return path.startswith(f"{FOLDER}/") and path != PATH


def is_glossary(path: str) -> bool:
    """Whether a page is part of the glossary: a term's file or the list of all terms."""
    return path.startswith(f"{FOLDER}/")


def file_of(id: str) -> str:
    """The file of the term with this id."""
    return f"{FOLDER}/{id}.md"


def terms(pages: Iterable[Page]) -> list[Term]:
    """The terms of all term files, in alphabetical order; of one name, that with the shortest file name first."""
    found = (_term(page, heading) for page in pages if is_term_file(page.path) for heading in _headings(page))
    return sorted(found, key=lambda term: (term.name.lower(), len(term.path), term.path))


def _headings(page: Page) -> list[Heading]:
    """The headings that name terms: one, if the file is right. The check reports a second one, and another level."""
    return [heading for heading in page.headings if heading.level == 1] or list(page.headings[:1])


def _term(page: Page, heading: Heading) -> Term:
    start, stop = page.section(heading)
    body = page.source.text[start:stop]
    first = PARAGRAPH_END.split(body.strip(), maxsplit=1)[0]
    paragraph = first if _WORDS.match(first) else ""
    facts = {match[1].strip(): match[2].strip() for match in FACT.finditer(body)}
    return Term(
        heading.id, heading.text, plain(paragraph), paragraph, facts, page.place(heading.offset), heading.offset, stop
    )
