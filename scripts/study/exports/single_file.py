"""The whole guide as one HTML file, which works without scripts and without a network.

Pages become sections, and links between them become links within the file. The terms follow the page that lists them,
one below the other, with headings two levels lower than on their own pages. A quiz, whose form needs JavaScript,
becomes the text of the question, with the answer in a closed section below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from ..content.glossary import is_glossary, is_term_file
from ..content.guide import Guide
from ..content.quiz import Question
from ..render.fragments import Fragments
from ..render.question_view import question_view

STYLE = Path(__file__).with_suffix(".css")
_OUTSIDE = ("http:", "https:", "mailto:")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_LEFT_OUT = frozenset({"script", "style"})
_SCROLLED = frozenset({"pre", "table"})  # wide ones scroll sideways, so the keyboard has to reach them
_CLASSES_LEFT_OUT = frozenset({"headerlink", "way-in", "quiz-intro", "narrow", "wide", "uses"})
_OF_TERMS_LEFT_OUT = frozenset({"a-z", "term-filter", "terms", "back", "term-questions"})  # the file has it elsewhere
_LEVEL = re.compile(r"h([1-4])")
_TERM = ("class", "term")
_IDS = frozenset(
    [
        "aria-controls",
        "aria-describedby",
        "aria-details",
        "aria-labelledby",
        "aria-owns",
        "for",
        "form",
        "headers",
        "id",
        "list",
    ]
)  # attributes whose value is an id, or a list of ids
_URL = re.compile(r"url\(#([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as the site shows it: the path of its source, its address below the site, and its content as HTML."""

    path: str
    url: str
    title: str
    html: str


def single_file(guide: Guide, pages: Iterable[Shown], fragments: Fragments, title: str) -> str:
    """The file. It links to other files of the site if the site's address is known."""
    pages = list(pages)
    paths = {page.url: page.path for page in pages}
    questions = {question.id: question for question in guide.questions}
    listed = (page for page in pages if not is_term_file(page.path))
    contents = "".join(f'<li><a href="#{_slug(page.path)}">{escape(page.title)}</a></li>' for page in listed)
    sections = "\n".join(_section(page, paths, questions, fragments) for page in pages)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{escape(title)}</title>\n<meta name="robots" content="noindex">\n<link rel="icon" href="data:,">\n'
        f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f'<nav aria-label="Contents"><p>{escape(title)}</p><ol>{contents}</ol></nav>\n<main>\n{sections}\n</main>\n'
        "</body>\n</html>\n"
    )


def _section(page: Shown, paths: Mapping[str, str], questions: Mapping[str, Question], fragments: Fragments) -> str:
    rewriter = _Rewriter(page, paths, questions, fragments)
    rewriter.feed(page.html)
    rewriter.close()
    return f'<section id="{_slug(page.path)}">\n{"".join(rewriter.written)}\n</section>'


def _slug(path: str) -> str:
    return path.removesuffix(".md").replace("/", "-")


class _Rewriter(HTMLParser):
    """Rewrites a page's HTML with ids that are unique in the whole file."""

    def __init__(
        self, page: Shown, paths: Mapping[str, str], questions: Mapping[str, Question], fragments: Fragments
    ) -> None:
        super().__init__(convert_charrefs=False)
        self.page, self.paths, self.questions, self.fragments = page, paths, questions, fragments
        self.written: list[str] = []
        self._classes_left_out = _CLASSES_LEFT_OUT | (_OF_TERMS_LEFT_OUT if is_glossary(page.path) else set())
        self._left_out = 0  # how deep below an element that is left out
        self._in_code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        void = tag in _VOID
        if self._left_out:
            self._left_out += not void
            return
        given = dict(attrs)
        classes = (given.get("class") or "").split()
        question = self.questions.get((given.get("id") or "").removeprefix("quiz-")) if "quiz" in classes else None
        if question:
            self.written.append(_question(question, self.fragments))
        if question or tag in _LEFT_OUT or self._classes_left_out.intersection(classes):
            self._left_out += not void
            return
        if self._is_a_colour(tag):
            return
        self._in_code += tag == "pre"
        focus = ' tabindex="0"' if tag in _SCROLLED else ""
        self.written.append(f"<{self._tag(tag)}{self._attributes(attrs)}{focus}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._left_out:
            self.written.append(f"<{tag}{self._attributes(attrs)}/>")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._left_out:
            self._left_out -= 1
        elif not self._is_a_colour(tag):
            self._in_code -= tag == "pre"
            self.written.append(f"</{self._tag(tag)}>")

    def _tag(self, tag: str) -> str:
        """The headings of a term are below the heading of the list of terms."""
        level = _LEVEL.fullmatch(tag) if is_term_file(self.page.path) else None
        return f"h{int(level[1]) + 2}" if level else tag

    def _is_a_colour(self, tag: str) -> bool:
        """Whether it is a span that colors code, which the file shows in one color."""
        return tag == "span" and self._in_code > 0

    def handle_data(self, data: str) -> None:
        self._write(data)

    def handle_entityref(self, name: str) -> None:
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._write(f"&#{name};")

    def _write(self, text: str) -> None:
        if not self._left_out:
            self.written.append(text)

    def _attributes(self, attrs: list[tuple[str, str | None]]) -> str:
        """Without data for scripts. A term link goes to its definition, so it needs no description."""
        left_out = {"class", "aria-describedby"} if _TERM in attrs else set()
        kept = (each for each in attrs if not each[0].startswith("data-") and each[0] not in left_out)
        return "".join(self._attribute(name, value) for name, value in kept)

    def _attribute(self, name: str, value: str | None) -> str:
        if value is None:
            return f" {name}"
        if name in _IDS:
            value = " ".join(map(self._id, value.split()))
        elif name == "href":
            value = self._href(value)
            if not value:
                return ""
        return f' {name}="{escape(_URL.sub(lambda match: f"url(#{self._id(match[1])})", value))}"'

    def _id(self, id: str) -> str:
        return f"{_slug(self.page.path)}--{id}"

    def _href(self, href: str) -> str:
        """The target of a link in the file: within it, outside, or none."""
        if href.startswith(_OUTSIDE):
            return href
        parts = urlsplit(href)
        if not parts.path:
            return f"#{self._id(parts.fragment)}" if parts.fragment else ""
        url = urljoin(f"/{self.page.url}", parts.path).lstrip("/")
        path = self.paths.get(url)
        if path is None:
            return urljoin(self.fragments.site_url, url) if self.fragments.site_url else ""
        return f"#{_slug(path)}--{parts.fragment}" if parts.fragment else f"#{_slug(path)}"


def _question(question: Question, fragments: Fragments) -> str:
    """The question, its options, and its answer; an option and its reason have the same letter."""
    view = question_view(question, fragments.html, fragments.inline)
    options = "".join(f"<li>{option.text}</li>" for option in view.options)
    listed = f'<ol type="A">{options}</ol>' if options else ""
    if question.accepted:
        told = f"<p><strong>{escape(question.fills)}</strong></p>"
    else:
        reasons = (
            f"<li><strong>{'Right.' if option.right else 'Not right.'}</strong> {option.reason}</li>"
            for option in view.options
        )
        told = f'<ol type="A">{"".join(reasons)}</ol>'
    answer = f"<details><summary>Show the answer</summary>{told}{view.explanation}</details>"
    return f'<div class="question">{view.text_with("_____")}{listed}{answer}</div>'
