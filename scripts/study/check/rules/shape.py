"""X: the shape of a page: its title, front matter, languages of code, classes, and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import yaml

from ...content.glossary import PATH as GLOSSARY
from ...content.glossary import file_of, is_term_file
from ...content.guide import Guide
from ...content.inline import short
from ...content.page import Page
from ...content.source import FENCED, spaces
from ...content.workflow import PATH as WORKFLOW
from ...content.workflow import stages
from ..problem import Nearest
from .registry import Finding, Found, rule
from .vocabulary import in_quiz

LANGUAGES = (
    *("python", "text", "json", "yaml", "bash", "console", "sql", "markdown", "html", "csv", "toml", "diff", "xml"),
    *("c", "cpp", "csharp", "css", "docker", "dockerfile", "go", "graphql", "groovy", "hcl", "http", "ini", "java"),
    *("javascript", "jinja", "js", "jsonl", "json5", "kotlin", "make", "makefile", "md", "mermaid", "pandas", "php"),
    *("powershell", "properties", "proto", "protobuf", "py", "pycon", "r", "ruby", "rust", "scala", "sh", "shell"),
    *("svg", "terraform", "ts", "typescript", "txt", "vim", "yml", "zsh", "jsonc", "output", "plaintext", "ipython"),
)
CLASSES = (
    *("situation", "gate", "not-run", "home", "lead", "md-button", "md-button--primary", "persona", "strip", "paths"),
    *("data-engineer", "data-scientist", "mlops-engineer", "compliance-officer", "once", "annotate", "grid", "cards"),
)
KEYS = {"hide": ("navigation", "toc", "path", "footer", "feedback", "tags"), "title": (), "description": ()}
KEYS |= {"search": (), "status": (), "icon": (), "template": (), "tags": (), "date": (), "authors": ()}
COMMENTS = re.compile(
    r"<!--[ \t]*(?:check:[ \t]*allow[ \t]+[A-Z]\d{3}\b.*|mkdocs-quiz (?:intro|results|score)|more)[ \t]*-->$", re.DOTALL
)
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_HIDDEN = re.compile(r"<!--(?!\s*mkdocs-quiz).*?-->", re.DOTALL)
_BOLD_LINE = re.compile(
    r"\n(?<=\n\n)(?P<text>\*\*[^*\n]*[^*\n.?!:]\*\*|__[^_\n]*[^_\n.?!:]__)[ \t]*(?=\n[ \t]*\n|\n?\Z)"
)
_BREAK = re.compile(r"<br\b[^<>\n]*>", re.IGNORECASE)
_NEARLY = re.compile(
    r"\s*(?:che?c?ke?d?|ceck|chek)\b\W*(?:al+ow|ignore|disable|alow)?|.*\b[A-Z]\d{3}\b|\s*mk?docs|\s*mkdocs|\s*allow\b",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTES = re.compile(r"""\{:?[ \t]*((?:(?:[#.][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))[ \t]*)+)\}""")
_VALUE = re.compile(r"""=(?:"[^"]*"|'[^']*'|\S+)""")
_CLASS = re.compile(r"(?<![\w-])\.([A-Za-z][\w-]*)")
_TITLED = re.compile(r"---[ \t]*\n(?:(?!---)[^\n]*\n)*?title:[ \t]*\S")
_INFO = re.compile(r"[`~]{3,}[ \t]*([^\s`{]*)")


@rule("X008", "an unknown code language", "```pyhton", "```python")
def unknown_language(guide: Guide) -> Found:
    """The language of code decides its colors, and tests run code in `python`. An unknown language does neither."""
    nearest = Nearest(LANGUAGES)
    for page in guide:
        for fence in _fenced(page):
            at = fence.start("fence")
            if (info := _INFO.match(page.source.text, at)) and info[1] and info[1].lower() not in LANGUAGES:
                hint = nearest.hint(info[1]) or f"; use one such as {', '.join(LANGUAGES[:5])}"
                message = f'no language is called "{info[1]}"{hint}'
                yield Finding(page.place(at), message, max(info.end() - at, 1))


def _fenced(page: Page) -> Iterator[re.Match[str]]:
    """Fenced code, with or without an end."""
    text = page.source.text
    return FENCED.finditer(text) if "```" in text or "~~~" in text else iter(())


@rule("X009", "an unknown setting in front matter", "---\nhidden: [toc]\n---", "---\nhide: [toc]\n---")
def unknown_front_matter(guide: Guide) -> Found:
    """MkDocs ignores unknown settings. Front matter that is not YAML appears on the page."""
    keys = Nearest(KEYS)
    for page in guide:
        found = re.match(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", page.source.text, re.DOTALL | re.MULTILINE)
        if not found or not found[1].strip():
            continue
        try:
            root = yaml.compose(found[1], Loader=yaml.SafeLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = min((mark.line if mark else 0) + 2, page.source.text.count("\n") + 1)
            yield Finding(
                page.place(page.source.offset(line)), "this front matter is not YAML; write lines such as hide: [toc]"
            )
            continue
        if not isinstance(root, yaml.MappingNode):
            yield Finding(
                page.place(found.start(1)), "this front matter has no settings; write lines such as hide: [toc]"
            )
            continue
        for key, value in root.value:
            place = page.place(found.start(1) + key.start_mark.index)
            if key.value not in KEYS:
                hint = keys.hint(key.value) or f"; the settings are {', '.join(KEYS)}"
                message = f'no setting is called "{key.value}"{hint}'
                yield Finding(place, message, len(key.value))
            elif KEYS[key.value]:
                yield from _unknown_values(page, found.start(1), key.value, value)


def _unknown_values(page: Page, start: int, key: str, node: yaml.Node) -> Iterator[Finding]:
    nearest = Nearest(KEYS[key])
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for child in nodes:
        if child.value not in KEYS[key]:
            message = f'"{key}" has no value "{child.value}"{nearest.hint(str(child.value))}'
            yield Finding(page.place(start + child.start_mark.index), message, max(len(str(child.value)), 1))


@rule("X010", "an unknown class", "{ .md-buton }", "{ .md-button }")
def unknown_class(guide: Guide) -> Found:
    """A class has no effect unless a stylesheet or a script uses it."""
    nearest = Nearest(CLASSES)
    checked = {question.path for question in guide.questions}
    for page in guide:
        for match in _ATTRIBUTES.finditer(page.source.prose):
            for name in _CLASS.finditer(_VALUE.sub(lambda value: spaces(value[0]), match[1])):
                if name[1] in CLASSES or _is_reported(guide, page, match.start(), checked):
                    continue
                place = page.place(match.start(1) + name.start())
                yield Finding(place, f'no class is called ".{name[1]}"{nearest.hint(name[1], ".{}")}', len(name[0]))
        for fence in _fenced(page):
            info = page.source.text[fence.start("fence") : fence.start("code")]
            for name in _CLASS.finditer(info.partition("{")[2]):
                if name[1] not in CLASSES:
                    place = page.place(fence.start("fence") + info.index("{") + 1 + name.start())
                    yield Finding(place, f'no class is called ".{name[1]}"{nearest.hint(name[1], ".{}")}', len(name[0]))


def _is_reported(guide: Guide, page: Page, offset: int, asking: set[str]) -> bool:
    """Whether W003 or Q049 reports the class: that of a stage, or of a heading above a question."""
    heading = page.heading_of(offset)
    if heading and page.path == WORKFLOW and any(stage.heading == heading for stage in stages(guide)):
        return heading.offset <= offset < heading.end
    if page.path not in asking or not heading or not heading.offset <= offset < heading.end:
        return False
    start, stop = heading.end, page.section(heading)[1]
    return any(start <= quiz.offset < stop for quiz in page.quizzes) and heading.level >= 3


@rule("X011", "a mistyped command in a comment", "<!-- chek: allow T006 why -->", "<!-- check: allow T006 why -->")
def unknown_comment(guide: Guide) -> Found:
    """Readers do not see comments, so a mistyped command would fail without a message."""
    for page in guide:
        for match in _COMMENT.finditer(page.source.unfenced):
            if not COMMENTS.match(match[0]) and _NEARLY.match(match[1]):
                commands = "<!-- check: allow T006 the reason --> or <!-- mkdocs-quiz intro -->"
                message = f"this comment is not a command; write {commands}"
                yield Finding(page.place(match.start()), message, len(match[0]))


@rule("X012", "a page without exactly one title", "## Quiz\n\n# Govern", "# Quiz: govern")
def page_without_title(guide: Guide) -> Found:
    """A page begins with one first-level heading: its title in the browser, in search, and in the handouts."""
    for page in guide:
        titles = [heading for heading in page.headings if heading.level == 1]
        term = is_term_file(page.path)
        if not titles:
            if term and page.headings:
                continue  # F011 reports its heading
            if page.source.prose.strip() and not _TITLED.match(page.source.text):
                first = len(page.source.prose) - len(page.source.prose.lstrip())
                line = f"# Its name {{ #{PurePosixPath(page.path).stem} }}" if term else "# Its title"
                yield Finding(page.place(first), f'this page has no title; begin it with a line such as "{line}"')
            continue
        for heading in titles[1:]:
            own = f"{file_of(heading.id)} for another term" if term else ""
            message = f'"{heading.text}" is a second title; write {own or "## for a section"}'
            yield Finding(page.place(heading.offset), message)
        before = page.headings[0]
        if before.level != 1:
            message = (
                f'this page begins with a heading of level {before.level}; its title "# {titles[0].text}" comes first'
            )
            yield Finding(page.place(before.offset), message, before.level)


@rule("X028", "an empty section", "## Cost\n\n## Undo", "## Cost\n\n$3 an hour.\n\n## Undo")
def empty_section(guide: Guide) -> Found:
    """Readers who choose the section in the table of contents find nothing below its heading."""
    for page in guide:
        if page.path == GLOSSARY:  # the build lists the terms there
            continue
        headings, text = page.headings, page.source.text
        for heading, below in zip(headings, [*headings[1:], None], strict=False):
            end, deeper = (below.offset, below.level > heading.level) if below else (len(text), False)
            if heading.level > 1 and not deeper and _is_empty(text[heading.end : end]):
                message = f'nothing is below "{heading.text}"; write what belongs there, or delete the heading'
                yield Finding(page.place(heading.offset), message, heading.end - heading.offset)


@rule("X029", "bold text in place of a heading", "**Steps to take**", "### Steps to take")
def bold_heading(guide: Guide) -> Found:
    """A line of bold text is not in the table of contents, and screen readers do not announce it as a heading."""
    for page in guide:
        for match in _BOLD_LINE.finditer(page.source.text):
            at = match.start("text")
            inside = any(block.start <= at < block.stop for block in page.blocks) or in_quiz(page, at)
            if not inside and page.source.prose[at : at + 2] == match["text"][:2]:
                words = match["text"].strip("*_")
                message = f'"{short(words)}" looks like a heading; write "### {short(words)}", or end it with a period'
                yield Finding(page.place(at), message, len(match["text"]))


@rule("X030", "a line break in a sentence", "Train it.<br>Stop it.", "Train it.\n\nStop it.")
def line_break(guide: Guide) -> Found:
    """A screen reader does not announce the break, so begin a new paragraph. Only a cell of a table needs <br>."""
    for page in guide:
        for match in _BREAK.finditer(page.source.prose):
            line = page.source.lines[page.place(match.start()).line - 1]
            if "|" not in line and (not line.lstrip().startswith("<") or line.lstrip().startswith(match[0])):
                message = f'"{match[0]}" breaks the line; begin a new paragraph with a blank line, or write a list'
                yield Finding(page.place(match.start()), message, len(match[0]))


def _is_empty(text: str) -> bool:
    """Whether a section has no text. Comments are none, except those that mkdocs-quiz replaces."""
    return not text.strip() or (text.lstrip().startswith("<!--") and not _HIDDEN.sub("", text).strip())
