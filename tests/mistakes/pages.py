"""Mistakes in the Markdown of pages: lists, tables, headings, emphasis, links, HTML, and unclosed marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from study.content.page import Page
from study.content.source import Source

from mistakes import Docs, Generator, Mistake, edited

Replace = Callable[[re.Match[str]], str]
ENDS = {"a fence without its end": 60, "a block without its end": 60, "no last tag": 30}


def everywhere(
    kind: str, name: str, pattern: str, new: str | Replace, where: str = "", outside: bool = True
) -> Generator:
    """A mistake at any match of a pattern, outside code and quizzes if `outside`, on pages whose path begins so."""
    regex = re.compile(pattern)

    def generate(docs: Docs, dice: Random) -> Iterator[Mistake]:
        paths = [path for path in docs if path.endswith(".md") and path.startswith(where)]
        dice.shuffle(paths)
        for path in paths:
            text = docs[path]
            found = [match for match in regex.finditer(text) if not outside or _is_prose(path, text, match)]
            dice.shuffle(found)
            for match in found[:4]:
                typed = match.expand(new) if isinstance(new, str) else new(match)
                yield edited(kind, name, path, text, match.start(), match.end(), typed, ENDS.get(name, 1))

    return generate


def _is_prose(path: str, text: str, match: re.Match[str]) -> bool:
    page = Page(Source(path, text))
    inside = any(quiz.start <= match.start() < quiz.stop for quiz in page.quizzes)
    return not inside and bool(page.source.prose[match.start() : match.end() + 1].strip() or not match[0].strip())


def _lists() -> Iterator[Generator]:
    def make(name: str, pattern: str, new: str | Replace, where: str = "") -> Generator:
        return everywhere("1 lists", name, pattern, new, where)

    yield make("no blank line before a list", r"(?<=[a-z.:]\n)\n(?=- [A-Z*\[])", "")
    yield make("no blank line before key points", r"(?<=[a-z.]\n)\n(?=- \[ \] )", "")
    yield make("no blank line before a numbered list", r"(?<=[a-z.:]\n)\n(?=1\. )", "")
    yield make("no blank line before facts", r"(?<=\n)\n(?=- Also called)", "", "glossary/")
    yield make("no space behind a bullet", r"(?<=\n)- (?=[A-Z][a-z])", "-")
    yield make("an en dash for a bullet", r"(?<=\n)- (?=[A-Z*])", "\u2013 ")
    yield make("a dot for a bullet", r"(?<=\n)- (?=[A-Z*])", "\u2022 ")
    yield make("a bracket behind a number", r"(?<=\n\n1)\.(?= [A-Z*])", ")")
    yield make("a list nested by two spaces", r"(?<=\n)- (?=[^\n]+\n- )", lambda m: "- Outer\n  - ")
    yield make("a key point without spaces", r"(?<=\n)- \[ \] ", "-[ ] ")
    yield make("a key point without space behind", r"(?<=\n)- \[ \] ", "- [ ]")
    yield make("a key point with an empty box", r"(?<=\n)- \[ \] ", "- [] ")
    yield make("a key point with a wide box", r"(?<=\n)- \[ \] ", "- [  ] ")
    yield make("a key point without box", r"(?<=\n)- \[ \] (?=[^\n]+\n- \[)", "- ", "quiz/short")
    yield make("a key point in round brackets", r"(?<=\n)- \[ \] ", "- ( ) ")
    yield make("a key point that is ticked", r"(?<=\n)- \[ \] ", "- [x] ", "quiz/short")


def _blocks() -> Iterator[Generator]:
    def make(name: str, pattern: str, new: str | Replace, where: str = "") -> Generator:
        return everywhere("1 tables and headings", name, pattern, new, where)

    yield make("no blank line before a table", r"(?<=[.:]\n)\n(?=\| )", "")
    yield make("no blank line below a table", r"(?<=\|\n)\n(?=[A-Z])", "")
    yield make("a table without dashes", r"(?<=\|\n)\| --- [^\n]*\n", "")
    yield make("a table with too few dashes", r"(?<=\n)\| --- (?=\| ---)", "")
    yield make("a blank line in a table", r"(?<=\|\n)(?=\| [A-Z*])", "\n")
    yield make("a cell too many", r"(?<= \|)\n(?=\| [A-Z*])", " more |\n")
    yield make("a cell too few", r"(?<=\n\| )[^|\n`\\]+ \| (?=[^|\n]+\|)", "")
    yield make("an indented paragraph", r"(?<=[a-z.]\n\n)(?=[A-Z][a-z]+ [a-z])", "    ", "personas/")
    yield make("a tab before a paragraph", r"(?<=[a-z.]\n\n)(?=[A-Z][a-z]+ [a-z])", "\t", "cases/")
    yield make("an indented heading", r"(?<=\n\n)(?=#{2,3} )", "  ")
    yield make("dashes right below a line", r"(?<=[a-z.])\n\n(?=[A-Z])", "\n---\n", "personas/")
    yield make("an escaped heading", r"(?<=\n\n)(?=#{2,3} )", "- ")


def _swallowed() -> Iterator[Generator]:
    def make(name: str, pattern: str, new: str | Replace, where: str = "", outside: bool = True) -> Generator:
        return everywhere("2 swallowed", name, pattern, new, where, outside)

    yield make("a fence without its end", r"(?<=\n)```\n(?=\n)", "", "lab/", False)
    yield make("a fence of two backticks", r"(?<=\n)```(?=python)", "``", "lab/", False)
    yield make("a comment without its end", r"(?<=\n\n)(?=#{2,3} )", "<!-- check this again\n\n")
    yield make("a comment with a wrong end", r"(?<=\n\n)(?=#{2,3} )", "<!-- check this again --!>\n\n")
    yield make("a div without its end", r"(?<=\n\n)(?=#{2,3} )", '<div class="note">\n\n')
    yield make("a div that closes nothing", r"(?<=\n\n)(?=#{2,3} )", "</div>\n\n")
    yield make("an attribute list without its end", r"(?<=\S) \}(?=\n)", "")
    yield make("an attribute list without brace", r"(?<=\w )\{ (?=#[\w-]+ \}\n)", "")
    yield make("an attribute list in round brackets", r"(?<=\w )\{ (#[\w-]+) \}(?=\n)", r"(\1)")
    yield make("an attribute list with a space in its id", r"(?<=\{ #)(?=[\w-]+ \}\n)", " ")
    yield make("an id without its sign", r"(?<=\{ )#(?=[\w-]+ \}\n)", "")
    yield make("an id in quotes", r"(?<=\{ )(#[\w-]+)(?= \}\n)", "\u201c\\1\u201d")
    yield make("front matter without beginning", r"\A---\n", "", "", False)
    yield make("front matter without end", r"(?<=\]\n)---\n(?=\n#)", "", "", False)
    yield make("front matter below a blank line", r"\A(?=---\n)", "\n", "", False)
    yield make("a block without its end", r"(?<=\n)///\n(?=\n)", "")
    yield make("a block end too many", r"(?<=\n\n)(?=#{2,3} )", "///\n\n")
    yield make("a block with two slashes", r"(?<=\n)/// (?=correction)", "// ")


_LINES = {
    "an admonition": "!!! note\n    Look here.\n\n",
    "a collapsed admonition": '??? tip "Title"\n    Look here.\n\n',
    "a fenced div": "::: warning\nLook here.\n:::\n\n",
    "a tab": '=== "Python"\n\n',
    "a snippet": '--8<-- "more.md"\n\n',
    "an alert": "> [!NOTE]\n> Look here.\n\n",
    "a diagram": "```mermaid\ngraph LR\n```\n\n",
    "a formula": "$$\\frac{a}{b}$$\n\n",
    "a merge mark": "<<<<<<< HEAD\n",
    "the end of a merge": ">>>>>>> main\n",
    "a note to oneself": "TODO: more of this.\n\n",
    "placeholder text": "Lorem ipsum dolor sit amet.\n\n",
    "a template": "{% include 'more.md' %}\n\n",
    "a script": "<script>go()</script>\n\n",
    "a frame": '<iframe src="https://example.org/"></iframe>\n\n',
    "a foreign image": "![A picture](https://example.org/a.png)\n\n",
    "an image without words": '<img src="https://example.org/a.png">\n\n',
    "a link in HTML": '<a href="workflow.md">the words</a>\n\n',
    "a handler": '<span onclick="go()">Go</span>\n\n',
    "a script address": "[Go](javascript:go())\n\n",
}
_WORDS = {
    "highlighted": "==\\1==",
    "struck": "~~\\1~~",
    "a variable": "{{ \\1 }}",
    "an emoji": ":\\1:",
    "a placeholder": "<\\1>",
    "a placeholder of two words": "<your-\\1>",
    "broken characters": "\\1\u00e2\u20ac\u2122s",
    "a zero-width space": "\u200b\\1",
    "a change of direction": "\u202e\\1",
    "an entity without semicolon": "&nbsp\\1"[:5] + " \\1",
    "a key": "++\\1++",
}


def _marks() -> Iterator[Generator]:
    def make(name: str, pattern: str, new: str | Replace, where: str = "") -> Generator:
        return everywhere("4 marks", name, pattern, new, where)

    yield make("a star lost before", r"(?<![*\w])\*\*(?=[A-Z])", "*")
    yield make("two stars lost behind", r"(?<=[\w.:])\*\*(?=[ :\n])", "")
    yield make("a space inside bold", r"(?<![*\w])\*\*(?=[A-Z][^*\n]+\*\*)", "** ")
    yield make("a backtick lost behind", r"(?<=\w)`(?=[ .,])", "")
    yield make("a backtick lost before", r"(?<= )`(?=\w)", "")
    yield make("a footnote", r"(?<=[a-z]\.)(?=\n)", "[^1]")
    for name, line in _LINES.items():
        yield make(name, r"(?<=\n\n)(?=#{2,3} )", line.replace("\\", "\\\\"))
    for name, word in _WORDS.items():
        yield make(name, r"(?<=[a-z] )\b([a-z]{4,8})\b(?= [a-z])", word)


def _references() -> Iterator[Generator]:
    def make(name: str, pattern: str, new: str | Replace, where: str = "", outside: bool = True) -> Generator:
        return everywhere("3 references", name, pattern, new, where, outside)

    reference, link = r"(?<!!)\[([^\[\]\n]+)\]\[\]", r"(?<!!)\[([^\[\]\n]+)\]\(([^()\s]+)\)"
    yield make("a space between the brackets", reference, r"[\1] []")
    yield make("a space in the second brackets", reference, r"[\1][ ]")
    yield make("one pair of brackets", reference, r"[\1]")
    yield make("a wiki link", reference, r"[[\1]]")
    yield make("the last bracket lost", reference, r"[\1][")
    yield make("the first bracket lost", reference, r"\1][]")
    yield make("a bracket lost inside", reference, r"[\1[]")
    yield make("round brackets first", reference, r"(\1)[]")
    yield make("empty round brackets", reference, r"[\1]()")
    yield make("a label that is not closed", reference, r"[\1][\1")
    yield make("a reference in code", reference, r"`[\1][]`")
    yield make("a reference inside a link", reference, r"[[\1][]](#top)")
    yield make("a reference in a heading", r"(?<=\n\n## )[A-Z][a-z]+ (?=\{)", "[Lineage][] ")
    yield make("a space before the address", link, r"[\1] (\2)")
    yield make("swapped brackets", link, r"(\1)[\2]")
    yield make("an address that is not closed", link, r"[\1](\2")
    yield make("an address without brackets", link, r"[\1]\2)")
    yield make("an address that is empty", link, r"[\1]()")
    yield make("no words", link, r"[](\2)")
    yield make("a reference in an option", r"(?<=\n- \[ \] )(?=[A-Z])", "[Lineage][] ", "quiz/w", False)


GENERATORS: tuple[Generator, ...] = (*_lists(), *_blocks(), *_swallowed(), *_marks(), *_references())
