"""MkDocs' side of the guide: what MkDocs calls, and nothing that could stand in the core."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from study import (
    codes,
    coverage,
    deck_data,
    exports,
    glossary,
    glossary_page,
    handouts,
    hints,
    pictures,
    prompts,
    served,
    structured,
)
from study.allow import without_allowed
from study.checklists import LabelledChecklists
from study.exports.files import files as exported
from study.facts import Facts
from study.fragments import Fragments
from study.glossary import Term
from study.guide import Guide
from study.handouts import pdf
from study.handouts.document import CSS, documents
from study.handouts.imprint import imprint
from study.history import changed_at, version
from study.offered import WithoutFiles
from study.page import Page as GuidePage
from study.projections import Projections
from study.quiz import questions
from study.references import TermReferences, description_id
from study.rules import check
from study.single_file import Shown, single_file
from study.source import Source
from study.tables import StackedTables
from study.uses import uses

log = logging.getLogger("mkdocs.hooks.study")
LISTED = 200  # problems that a build lists: nobody reads more of them there
PARTS = {  # pages with a stylesheet or a module of their own
    "index.md": ("home",),
    glossary.PATH: ("glossary",),
    "review.md": ("review",),
    "exam.md": ("exam",),
    "progress.md": ("progress", "done"),
}
TO_READ = ("workflow.md", "personas/", "cases/", "contrasts/", "lab/", "essays/")  # pages that can be marked as read
_KEPT = Path(__file__).parent.parent / ".cache" / "handouts"
_state = {"command": "build"}


def on_startup(command: str, dirty: bool) -> None:
    """PDF files and the copy for a folder are for the finished site: every save would wait for them."""
    _state["command"] = command


def on_config(config: MkDocsConfig) -> None:
    """The offline copy brings its own way to search from a folder; the theme would fetch one."""
    if config.plugins["material/offline"].config.enabled:
        config.extra["polyfills"] = ["assets/javascripts/iframe-worker.js"]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read the guide, report its problems, and hand it to Markdown, quizzes and templates. Strict mode counts them."""
    pages = (file for file in files if file.is_documentation_page() and not file.inclusion.is_excluded())
    guide = Guide.read(
        (Source(file.src_uri, file.content_string.replace("\r\n", "\n")) for file in pages),
        (
            *(file.src_uri for file in files if not file.is_documentation_page()),
            *exports.paths(files.src_uris),
            *handouts.paths(files.src_uris),
        ),
    )
    _report(guide)
    for path, text in (("check.md", codes.as_markdown()), ("coverage.md", coverage.as_markdown(guide))):
        files.append(File.generated(config, path, content=text))
        guide.pages[path] = Guide.read([Source(path, text)]).pages[path]
    if exports.PAGE in guide.pages:
        _add_exports(guide, files, config)
    if guide.questions or guide.short_answers or guide.prompts:
        for path, content in deck_data.files(guide).items():
            files.append(File.generated(config, path, content=content))
    for file in files.javascript_files():
        if file.src_uri.startswith(served.FOLDER):
            file.content_string = served.without_comments(file.content_string)
    if handouts.PAGE in guide.pages:
        _add_handouts(guide, files, config)
    config.extra["guide"] = guide
    config.extra["assets"] = files.src_uris.keys()
    config.extra["fragments"] = Fragments(guide, config.site_url or "")
    config.extra["projections"] = projections = Projections(guide)
    extensions: list[Any] = config.markdown_extensions  # names by type, but Markdown takes objects too
    extensions += [TermReferences(guide.by_name), StackedTables(), LabelledChecklists(), Facts(), projections]
    quiz: Any = config.plugins["mkdocs_quiz"]
    for path, content in _quiz_assets(quiz).items():
        files.append(File.generated(config, path, content=content))
    quiz._process_quiz = _named(quiz._process_quiz, guide)
    quiz._create_fragment_markdown = _once_a_page(quiz._create_fragment_markdown)
    return files


def _report(guide: Guide) -> None:
    found = without_allowed(guide, check(guide))
    for problem in found[:LISTED]:
        log.warning(problem.line("docs"))
    if len(found) > LISTED:
        log.warning(f"and {len(found) - LISTED} more problems: `make check` lists them all")


def _add_exports(guide: Guide, files: Files, config: MkDocsConfig) -> None:
    """The files for other programs; those that are made of the finished pages get their content at the end."""
    made = exported(guide, config.site_url or "", changed_at(Path(config.docs_dir), os.environ))
    for name, content in {**made, exports.SINGLE: b"", exports.OFFLINE: b""}.items():
        files.append(File.generated(config, f"{exports.FOLDER}/{name}", content=content))
    if _state["command"] != "build":
        zipped = f"{exports.FOLDER}/{exports.OFFLINE}"
        config.markdown_extensions.append(WithoutFiles(frozenset([zipped])))  # type: ignore[arg-type]


def _add_handouts(guide: Guide, files: Files, config: MkDocsConfig) -> None:
    """The editions as pages of the site; their PDF files are made while the site is built."""
    made = imprint(
        guide, config.site_url or "", changed_at(Path(config.docs_dir), os.environ), version(Path(config.docs_dir))
    )
    wanted = documents(guide, handouts.editions(guide.pages), made, tuple(_paths(config.nav)))
    style = CSS.read_text(encoding="utf-8")
    for name, text in ((handouts.STYLESHEET, style), *((f"{name}.html", text) for name, text in wanted.items())):
        files.append(File.generated(config, f"{handouts.FOLDER}/{name}", content=text))
    names = [f"{name}.pdf" for name in wanted]
    without = _without_pdf(config)
    if without:
        log.info(without)
        config.markdown_extensions.append(WithoutFiles(frozenset(names)))  # type: ignore[arg-type]
        return
    for name in names:
        files.append(File.generated(config, f"{handouts.FOLDER}/{name}", content=b""))  # for links; filled at the end
    with_pdf = ThreadPoolExecutor(1)
    config.extra["pdfs"] = with_pdf.submit(pdf.pdfs, wanted, style, made.site_url, _KEPT)
    with_pdf.shutdown(wait=False)


def _without_pdf(config: MkDocsConfig) -> str:
    """Why this build makes no PDF files, if so."""
    if _state["command"] != "build":
        return "no PDF while serving: `make build` makes them"
    if config.plugins["material/offline"].config.enabled:
        return "no PDF in the copy for a folder"
    return pdf.missing()


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """The theme brings two megabytes that no page asks for: maps of its sources, and search in other languages."""
    for file in list(files):
        if file.src_uri.endswith(".map") or file.src_uri.startswith("assets/javascripts/lunr/"):
            files.remove(file)


def _paths(nav: Any) -> Iterator[str]:
    """The pages of the navigation, in its order."""
    for entry in nav or ():
        for value in entry.values() if isinstance(entry, dict) else (entry,):
            yield from _paths(value) if isinstance(value, list) else (value,)


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Before mkdocs-quiz: quizzes are enabled where there are any. The text itself stays as it is.

    A page without quizzes keeps its front matter empty: the theme's navigation looks into each page's for each page.
    """
    guide: Guide = config.extra["guide"]
    own = guide.pages[page.file.src_uri]
    if own.quizzes:
        page.meta["quiz"] = {"enabled": True}
    config.extra["projections"].path = own.path
    return markdown


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """A page's description, and the definitions of the terms it links: its links name them as theirs."""
    guide: Guide = config.extra["guide"]
    own = guide.pages[page.file.src_uri]
    if own.path == glossary.PATH:
        page.content = glossary_page.with_index_and_uses(page.content or "", guide, uses(guide), _address_from(page))
    drawn = pictures.pictures(guide, own.path, _address_from(page))
    page.content = pictures.with_pictures(page.content or "", drawn)
    parts = [*_parts(guide, own), *(["picture"] if drawn else [])]
    assets = config.extra["assets"]
    context["styles"] = [name for name in parts if f"assets/stylesheets/{name}.css" in assets]
    context["modules"] = [name for name in parts if f"assets/javascripts/{name}.js" in assets]
    data = structured.structured(guide, own, config.extra["fragments"], config.site_name)
    context["structured_data"] = structured.as_json(data)
    context["description"] = own.description
    terms = guide.terms_of(own) if own.path != glossary.PATH else []  # there, they stand in their place
    context["definitions"] = "".join(map(_hidden_definition, terms))
    if exports.PAGE in guide.pages:
        config.extra["shown"][page.url] = Shown(own.path, page.url, own.title, page.content)
    return context


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    config.extra["shown"] = dict.fromkeys(page.url for page in nav.pages)  # in the order of the navigation
    return nav


def on_post_build(config: MkDocsConfig) -> None:
    """The single file is made of the finished pages; the PDF files were begun before them."""
    guide: Guide = config.extra["guide"]
    if exports.PAGE in guide.pages:
        shown = [page for page in config.extra["shown"].values() if page]
        html = single_file(guide, shown, config.extra["fragments"], config.site_name)
        Path(config.site_dir, exports.FOLDER, exports.SINGLE).write_text(html, encoding="utf-8")
    pdfs: Future[dict[str, bytes]] | None = config.extra.get("pdfs")
    for name, content in pdfs.result().items() if pdfs else ():
        (Path(config.site_dir) / handouts.FOLDER / f"{name}.pdf").write_bytes(content)


def _parts(guide: Guide, page: GuidePage) -> Iterator[str]:
    """The names of the stylesheets and modules that a page needs beside those of all pages, where there are such."""
    yield from PARTS.get(page.path, ())
    if page.quizzes:
        yield "quiz"
    if any(answer.path == page.path for answer in guide.short_answers):
        yield from ("marking", "answers")
    if prompts.is_prompt(page):
        yield from ("marking", "essay")
    if page.path.startswith(TO_READ):
        yield "done"


def _hidden_definition(term: Term) -> str:
    return (
        f'<p id="{description_id(term)}" data-term="{escape(term.name)}">{escape(term.definition, quote=False)}</p>\n'
    )


def _address_from(page: Page) -> Callable[[str], str]:
    """Where a link from a page to another leads in the built site."""
    return cache(lambda path: get_relative_url(File(path, "", "", page.file.use_directory_urls).url, page.url))


def _quiz_assets(quiz: Any) -> dict[str, str]:
    """mkdocs-quiz writes its style and script, 60 KB, into each page; as files, a browser fetches them once."""
    module: Any = sys.modules[type(quiz).__module__]
    module.style = module.js_script = ""
    return {
        f"assets/mkdocs-quiz/quiz.{kind}": text
        for kind, text in (("css", module.style_content), ("js", module.js_content))
    }


def _once_a_page(create: Callable[..., Markdown]) -> Callable[..., Markdown]:
    """mkdocs-quiz makes a Markdown parser for each quiz and resets it between parts; one for each page is enough."""
    made: dict[str, Markdown] = {}

    def parser(page: Page, config: MkDocsConfig, files: Files) -> Markdown:
        if page.file.src_uri not in made:
            made.clear()
            made[page.file.src_uri] = create(page, config, files)
        return made[page.file.src_uri]

    return parser


def _named(process: Callable[..., str], guide: Guide) -> Callable[..., str]:
    """mkdocs-quiz numbers its quizzes and keeps saved answers by that number; a question's id outlives its place.

    A question it cannot read is shown as it was typed: the check has already said where and why.
    """

    asked = {path: tuple(questions(page)) for path, page in guide.pages.items()}

    def render(content: str, number: int, options: dict[str, bool], t: Any, config: Any, page: Page, *rest: Any) -> str:
        own = asked[page.file.src_uri]
        if number >= len(own):  # an unclosed block above it: the check has said so
            return f"<pre>{escape(content)}</pre>"
        question = own[number]
        if question.kind == "blank":  # its list of right answers would show what the reader typed as HTML
            options = {**options, "show_correct": False}
        try:
            shown = process(content, question.id or number, options, t, config, page, *rest)
        except ValueError:
            return f"<pre>{escape(content)}</pre>"
        return shown + hints.as_html(hints.hints(guide, question), _address_from(page)(glossary.PATH))

    return render
