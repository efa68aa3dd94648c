"""H: raw HTML: which elements it may contain, and the rules for its links and images."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ...content.guide import Guide
from ...content.inline import plain
from ...content.page import Page
from ..html_tags import ATTRIBUTES, ELEMENTS, PREFIXES, VOID, Tag, tags
from ..leftovers import attributes
from ..problem import Nearest
from ..rendered import doubtful_pages, raw_spans
from .links import EMPTY_WORDS
from .registry import Finding, Found, rule
from .swallowed import near_quiz_tags

_REFUSED = {
    "script": "no page runs a script of its own",
    "iframe": "nothing of another site is shown inside a page",
    **dict.fromkeys(("frame", "frameset", "object", "embed", "applet", "portal"), "nothing is embedded in a page"),
    **dict.fromkeys(("style", "link"), "styles are in docs/assets/stylesheets"),
    **dict.fromkeys(("meta", "base", "html", "head", "body", "title"), "the theme writes the head of a page"),
    **dict.fromkeys(("font", "center", "marquee"), "browsers no longer support it"),
}
_LOADING = ("src", "srcset", "poster", "data", "background")
_ADDRESSES = ("href", "action", "formaction", *_LOADING)
_RUNNING = re.compile(r"\s*(?:javascript|vbscript|data|livescript)\s*:", re.IGNORECASE)
_OUTSIDE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_VALUED = re.compile(r"""(?<![^\s])([A-Za-z][\w:-]*)=(?:"[^"]*"|'[^']*'|[^\s"']*)""")
_MARKDOWN = re.compile(r"\]\(|\]\[|\*\*[^*\s]|^#{1,6} |^[ \t]*[-*+] |^\|.*\|$|`[^`\n]+`", re.MULTILINE)
_PLACEHOLDER = re.compile(r"<([a-zA-Z][\w .:-]*)>|<([a-zA-Z][\w-]*(?:[ \t]+[\w'-]+)+)>")


@rule("H001", "an element that does not exist", "s3://<bucket>/key", "`s3://<bucket>/key`")
def unknown_element(guide: Guide) -> Found:
    """A browser takes <bucket> for an unknown element and shows nothing in its place."""
    for page in guide:
        quiz = {start for start, _ in near_quiz_tags(page)} if "<" in page.source.prose else set()
        for tag in tags(page):
            if tag.name not in ELEMENTS and tag.offset not in quiz and "markdown" not in tag.attributes:
                typed = page.source.text[tag.offset : tag.end]
                message = f'"{typed}" disappears from the page; write it in backticks, or &lt; for the first sign'
                yield Finding(page.place(tag.offset), message, tag.end - tag.offset)


@rule("H002", "an element that is not closed", "<div>\nText.", "<div>\nText.\n</div>")
def unclosed_element(guide: Guide) -> Found:
    """An open element contains the rest of the page. An end tag without a start tag may close one of the theme's."""
    for page in guide:
        opened: list[Tag] = []
        for tag in tags(page):
            if tag.name in VOID or tag.alone or tag.name not in ELEMENTS:
                continue
            if not tag.closing:
                opened.append(tag)
            elif any(other.name == tag.name for other in opened):
                while opened[-1].name != tag.name:
                    yield _unclosed(page, opened.pop())
                opened.pop()
            else:
                message = f'"</{tag.name}>" closes nothing; write <{tag.name}> before it, or delete it'
                yield Finding(page.place(tag.offset), message, tag.end - tag.offset)
        for tag in opened:
            yield _unclosed(page, tag)


def _unclosed(page: Page, tag: Tag) -> Finding:
    return Finding(
        page.place(tag.offset), f"this <{tag.name}> is never closed; write </{tag.name}>", tag.end - tag.offset
    )


@rule("H003", "HTML that the site does not allow", "<script>...</script>", "(nothing: pages work without script)")
def refused_element(guide: Guide) -> Found:
    """Scripts, frames, and styles in a page break the site's policy, its layout, and its promise to load nothing."""
    for page, tag in _opened(guide):
        if tag.name in _REFUSED:
            message = f"<{tag.name}> is not allowed on a page: {_REFUSED[tag.name]}; delete it"
            yield Finding(page.place(tag.offset), message, tag.end - tag.offset)


@rule("H004", "an event handler", '<a onclick="go()">Go</a>', "[Go](page.md)")
def event_handler(guide: Guide) -> Found:
    """The site's security policy blocks scripts in attributes, so the element does nothing."""
    for page, name, offset in _attributes(guide):
        if name.startswith("on") and len(name) > 3:
            yield Finding(page.place(offset), f'"{name}" runs a script, which no page may; delete it', len(name))


@rule("H005", "an address that runs a script", "[Go](javascript:go())", "[Go](page.md)")
def running_address(guide: Guide) -> Found:
    """A "javascript:" or "data:" address runs a program instead of opening a page."""
    for page in guide:
        for target, offset, _ in _addresses(page):
            if _RUNNING.match(target):
                scheme = target.split(":")[0].strip()
                yield Finding(
                    page.place(offset), f'an address with "{scheme}:" is not allowed; link a page', len(target)
                )


@rule("H006", "an image of another site", "![Logo](https://example.org/a.png)", "![Logo](assets/images/a.png)")
def foreign_image(guide: Guide) -> Found:
    """Pages load no files from other hosts: that would tell those hosts who reads the page, and fail offline."""
    for page in guide:
        for target, offset, loads in _addresses(page):
            if loads and _OUTSIDE.match(target):
                message = f'"{target}" is fetched from another site; put the file below docs/assets/images'
                yield Finding(page.place(offset), message, len(target))


def _addresses(page: Page) -> Iterator[tuple[str, int, bool]]:
    """The addresses of links and images, in Markdown and in HTML, and whether the page loads them."""
    for link in page.links:
        yield link.target, link.target_offset, link.image
    for tag in tags(page):
        for name in _ADDRESSES:
            if name in tag.attributes:
                value, offset = tag.attributes[name]
                yield value, offset, name in _LOADING or (tag.name == "link")


@rule(
    "H007",
    "a link in HTML to a page of the site",
    '<a href="glossary/index.md">Words</a>',
    "[Words](glossary/index.md)",
)
def raw_link(guide: Guide) -> Found:
    """MkDocs checks the links of Markdown and points them to built pages. It leaves addresses in HTML as typed."""
    known = Nearest([*guide.pages, *guide.files])
    for page, tag in _opened(guide):
        for name in ("href", "src"):
            value, offset = tag.attributes.get(name, ("#", 0))
            if value.startswith("#") or _outside(value):
                continue
            near = known.to(value.split("#")[0].strip("/")) if value.strip() else None
            shown = (
                f"![what it shows]({near or value})" if tag.name == "img" else f"[words]({near or value or 'page.md'})"
            )
            message = f'"{value}" in HTML does not lead to the built page; write "{shown}"'
            yield Finding(page.place(offset), message, len(name) + len(value) + 3)


def _outside(address: str) -> bool:
    try:
        url = urlsplit(address)
    except ValueError:
        return True
    return bool(url.scheme or url.netloc)


@rule("H008", "an image in HTML without alternative text", '<img src="a.png">', '<img src="a.png" alt="Four stages">')
def raw_image_without_text(guide: Guide) -> Found:
    """Readers who cannot see an image rely on its text."""
    for page, tag in _opened(guide):
        if tag.name in ("img", "area") and not tag.attributes.get("alt", ("", 0))[0].strip():
            message = 'this image has no alternative text; write alt="what it shows"'
            yield Finding(page.place(tag.offset), message, tag.end - tag.offset)


@rule("H009", "a link in HTML without words", '<a href="#x">here</a>', '<a href="#x">The rule</a>')
def raw_link_without_text(guide: Guide) -> Found:
    """Screen readers list links without their sentences, so "here" says nothing. No reader can click an empty link."""
    for page in guide:
        opened: Tag | None = None
        for tag in tags(page):
            if tag.name == "a" and not tag.closing:
                opened = tag if "href" in tag.attributes else None
            elif tag.name == "a" and opened:
                words = plain(re.sub(r"<[^<>]*>", "", page.source.text[opened.end : tag.offset]))
                if (not words and "<img" not in page.source.text[opened.end : tag.offset]) or words.lower().strip(
                    " .!"
                ) in EMPTY_WORDS:
                    fault = f'"{words}" does not say where this link leads' if words else "this link has no words"
                    message = f"{fault}; name its target"
                    yield Finding(page.place(opened.offset), message, tag.end - opened.offset)
                opened = None


@rule("H010", "Markdown inside raw HTML", "<div>\n**Goal**\n</div>", "<div markdown>\n**Goal**\n</div>")
def markdown_in_html(guide: Guide) -> Found:
    """Inside raw HTML, readers see marks of Markdown as typed, unless the element has the attribute "markdown"."""
    for path, shown in doubtful_pages(guide).items():
        page = guide.pages[path]
        for start, end in raw_spans(page, shown):
            text = page.source.prose[start:end]
            found = _MARKDOWN.search(text) if text.startswith("<") and not text.startswith("<!") else None
            if found:
                typed = page.source.text[start : page.source.text.find("\n", start)] or "<"
                line = page.place(start + found.start() + len(found[0]) - len(found[0].lstrip())).line
                name = re.match(r"</?([\w-]+)", text)
                fix = f"write <{name[1] if name else 'div'} markdown>, or close it"
                message = f'the Markdown on line {line} is shown as typed inside "{typed[:40]}"; {fix}'
                yield Finding(page.place(start), message, len(typed))


@rule("H012", "an attribute that does not exist", "[it](a.md){ targt=_blank }", "[it](a.md){ target=_blank }")
def unknown_attribute(guide: Guide) -> Found:
    """Browsers ignore unknown attributes, in HTML and in attribute lists."""
    nearest = Nearest(ATTRIBUTES)
    for page, name, offset in _attributes(guide):
        if name not in ATTRIBUTES and not name.startswith(PREFIXES):
            message = f'no attribute is called "{name}"{nearest.hint(name) or "; delete it"}'
            yield Finding(page.place(offset), message, len(name))


def _attributes(guide: Guide) -> Iterator[tuple[Page, str, int]]:
    """The names of attributes, in HTML and in attribute lists, each with its offset."""
    for page, tag in _opened(guide):
        yield from ((page, name, offset) for name, (_, offset) in tag.attributes.items())
    for page in guide:
        for found in attributes(page):
            for word in _VALUED.finditer(found["words"]):
                yield page, word[1].lower(), found.start("words") + word.start()


@rule("H011", "a tag without its end", "<div class=x\n\nText.", "<div class=x>\n\nText.")
def near_tag(guide: Guide) -> Found:
    """A tag without its ">" swallows the text up to the next one, or is shown as typed."""
    for page in guide:
        if "<" not in page.source.prose:
            continue
        for near in re.finditer(r"</?[a-zA-Z][\w-]*(?=[\s<]|$)[^<>\n]*(?![^<>]*>)", page.source.prose):
            name = re.match(r"</?([\w-]+)", near[0])
            if name and name[1].lower() in ELEMENTS:
                typed = near[0].rstrip()
                yield Finding(page.place(near.start()), f'"{typed}" is not closed; write > at its end', len(typed))


def _opened(guide: Guide) -> Iterator[tuple[Page, Tag]]:
    for page in guide:
        yield from ((page, tag) for tag in tags(page) if not tag.closing)
