"""MkDocs' side of the guide: each function is an event of MkDocs, which calls them in the order they have here."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from threading import Thread
from typing import Any

import mkdocs_quiz_adapter
import smaller
from downloads import TakeAway
from generated_files import generated_files
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from offline_site import NotCopied
from rendered_questions import keep_rendered_questions
from site_build import Build
from study import exports, handouts
from study.check import coverage, explain
from study.check.rules import check
from study.check.suppressions import without_allowed
from study.content import glossary
from study.content.backlinks import uses
from study.content.guide import Guide
from study.content.source import Source
from study.exports.single_file import Shown
from study.handouts.plan import numbers
from study.render import workflow_diagram
from study.render.fragments import Fragments
from study.render.term_links import TermReferences
from study.review import json_data
from study.site import (
    definitions,
    glossary_pages,
    module_preloads,
    question_blocks,
    schema_org,
    search_words,
    session_page,
)
from study.site.decorations import Projections
from study.site.fact_lists import Facts
from study.site.responsive_tables import StackedTables
from study.site.search_text import closed, opened
from study.site.task_lists import LabelledChecklists

log = logging.getLogger("mkdocs.hooks.study")
CONTRIBUTORS = ("check.md", "coverage.md")  # pages that no learner looks for
LISTED = 200  # problems that a build lists: nobody reads more of them there


_serving = False  # MkDocs names its command before there is a configuration to keep it in


def on_startup(command: str, dirty: bool) -> None:
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """The offline copy brings its own way to search from a folder; the theme would fetch one."""
    if _is_offline(config):
        config.extra["polyfills"] = ["assets/javascripts/iframe-worker.js"]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read the guide, report its problems, add the files that are made of it, and set up how pages are rendered.

    In this order: the report counts problems on authors' pages only, files are made of all pages, and extensions
    link to all files. The copy for a folder, a build of its own, starts first because it takes longest.
    """
    taken = TakeAway(Path(config.docs_dir), config.nav, config.site_url or "", _serving, _is_offline(config))
    if exports.PAGE in files.src_uris:
        taken.begin_copy()
    authored = _authored(files)
    if not _serving:
        _report(authored, config)
    guide = _with_generated_pages(authored, files, config)
    build = _add_files(authored, guide, taken, files, config)
    _set_up_rendering(build, config)
    config.extra["build"] = build
    return files


def _authored(files: Files) -> Guide:
    """The guide of the pages that people write; its files are all other targets of links, those to be made too."""
    return Guide.read(
        (Source(file.src_uri, file.content_string.replace("\r\n", "\n")) for file in files.documentation_pages()),
        (
            *(file.src_uri for file in files if not file.is_documentation_page()),
            *generated_files(files.src_uris),
        ),
    )


def _report(guide: Guide, config: MkDocsConfig) -> None:
    """Strict mode counts the problems. The site's own build reports them, its copy for a folder does not."""
    if _is_offline(config):
        return
    found = without_allowed(guide, check(guide))
    for problem in found[:LISTED]:
        log.warning(problem.line("docs"))
    if len(found) > LISTED:
        log.warning(f"and {len(found) - LISTED} more problems: `make check` lists them all")


def _with_generated_pages(authored: Guide, files: Files, config: MkDocsConfig) -> Guide:
    pages = {"check.md": explain.as_markdown(), "coverage.md": coverage.as_markdown(authored)}
    _append(files, config, pages)
    return authored.with_pages(Source(path, text) for path, text in pages.items())


def _add_files(authored: Guide, guide: Guide, taken: TakeAway, files: Files, config: MkDocsConfig) -> Build:
    """Add the files to download, the data of the review page, and what quizzes load."""
    fragments = Fragments(guide, config.site_url or "")
    if handouts.PAGE in guide.pages:
        taken.add_handouts(guide)
        if taken.without_pdf:
            log.info(taken.without_pdf)
    if exports.PAGE in guide.pages:
        taken.add_exports(guide, fragments)
    _append(files, config, taken.files)
    if (guide.questions or guide.short_answers or guide.prompts) and not _is_offline(config):
        _append(files, config, json_data.files(guide))
    if _serving:
        keep_rendered_questions(config.plugins["mkdocs_quiz"], guide)
    pages = guide.pages | session_page.session_pages(guide)
    _append(files, config, mkdocs_quiz_adapter.adapt(config.plugins["mkdocs_quiz"], guide, pages, _address_from))
    order = numbers(guide, taken.order) if handouts.PAGE in guide.pages else {}
    return Build(
        authored=authored,
        guide=guide,
        pages=pages,
        fragments=fragments,
        taken=taken,
        projections=Projections(guide, pages, order, question_blocks.KEY in taken.files),
        assets=files.src_uris.keys(),
        imports=module_preloads.imports(_scripts(files)),
        for_folder=_is_offline(config),
        serving=_serving,
    )


def _set_up_rendering(build: Build, config: MkDocsConfig) -> None:
    extensions: list[Any] = config.markdown_extensions  # names by type, but Markdown takes objects too
    extensions += [TermReferences(build.guide.by_name), StackedTables(), LabelledChecklists(), Facts()]
    extensions += [build.projections, *build.taken.extensions()]


def _append(files: Files, config: MkDocsConfig, contents: Mapping[str, str | bytes]) -> None:
    for path, content in contents.items():
        files.append(File.generated(config, path, content=content))


def _scripts(files: Files) -> dict[str, str]:
    """Our scripts by their paths."""
    scripts = files.javascript_files()
    return {file.src_uri: file.content_string for file in scripts if file.src_uri.startswith(module_preloads.FOLDER)}


def _is_offline(config: MkDocsConfig) -> bool:
    """This build is the copy for a folder, which `offline` started."""
    enabled: bool = config.plugins["material/offline"].config.enabled
    return enabled


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Leave two megabytes out of the site and of its copy for a folder: source maps, and search in other languages.

    Also drop the empty files that stood in for what the end of the build writes: links to them are validated by now.
    Last, minify our scripts and styles, but not while serving: somebody may be reading them in a browser.
    """
    for file in list(files):
        unasked = file.src_uri.endswith(".map") or file.src_uri.startswith("assets/javascripts/lunr/")
        if unasked or file.src_uri in _build(config).taken.later:
            files.remove(file)
    if not _build(config).serving:
        _minify(files)


def _minify(files: Files) -> None:
    """Raises `PluginError` where one of our scripts or styles cannot be read."""
    for file in files:
        if smaller.is_ours(file.src_uri):
            try:
                file.content_string = smaller.minified(file.src_uri, file.content_string)
            except ValueError as unreadable:
                raise PluginError(f"{file.src_uri}: {unreadable}") from unreadable


def _build(config: MkDocsConfig) -> Build:
    build: Build = config.extra["build"]
    return build


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    _build(config).shown = dict.fromkeys(page.url for page in nav.pages)
    return nav


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Before mkdocs-quiz: enable it on pages that have questions. A session gets its questions in place of links."""
    build = _build(config)
    own = build.pages[page.file.src_uri]
    if own.quizzes:
        page.meta["quiz"] = {"enabled": True}
    if own.path in CONTRIBUTORS:
        page.meta["search"] = {"exclude": True}
    elif own.path == glossary.PATH:
        page.meta["search"] = {"boost": 2}  # who types a term wants its definition first
    build.projections.path = own.path
    return markdown if own is build.guide.pages[own.path] else own.source.text


@event_priority(100)
def _before_quizzes(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return mkdocs_quiz_adapter.with_end(html)


@event_priority(-100)
def _after_quizzes(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """After mkdocs-quiz, and before search reads the page."""
    return closed(mkdocs_quiz_adapter.without_additions(html))


on_page_content = CombinedEvent(_before_quizzes, _after_quizzes)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """What a page shows beside its text, and what its template needs to know."""
    build = _build(config)
    own = build.pages[page.file.src_uri]
    page.content = _with_additions(opened(page.content or ""), own.path, page, build)
    context |= build.loads(own, page.content)
    if not build.for_folder and not build.serving:  # no search engine reads these
        data = schema_org.structured(build.guide, own, build.fragments, config.site_name)
        context["structured_data"] = schema_org.as_json(data)
    context["description"] = own.description
    context["definitions"] = definitions.as_html(definitions.missing_terms(build.guide, page.content))
    if build.taken.makes_single_file:
        build.shown[page.url] = Shown(own.path, page.url, own.title, page.content)
    return context


def _with_additions(html: str, path: str, page: Page, build: Build) -> str:
    """The content of a page with what search should not read: the glossary's index and uses, and pictures."""
    address = _address_from(page)
    if path == glossary.PATH:
        html = glossary_pages.with_index_and_uses(html, build.guide, uses(build.guide), address)
    return workflow_diagram.with_pictures(html, workflow_diagram.pictures(build.guide, path, address))


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is made of the finished pages, and what other processes made meanwhile.

    While serving, the check runs after this, beside the server: the page does not wait for it.
    """
    build = _build(config)
    if build.serving:
        Thread(target=_report, args=(build.authored, config), name="check", daemon=True).start()
    try:
        finished = filter(None, build.shown.values())
        for path, content in build.taken.finish(build.guide, finished, build.fragments, config.site_name):
            Path(config.site_dir, path).write_bytes(content)
    except NotCopied as failed:
        raise PluginError(str(failed)) from failed
    _add_inner_words(Path(config.site_dir, "search", "search_index.json"))


def _add_inner_words(path: Path) -> None:
    """Rewrite the search index, which the theme's plugin has written before; a test may build without that plugin."""
    if path.is_file():
        index = search_words.with_inner_words(json.loads(path.read_text(encoding="utf-8")))
        path.write_text(json.dumps(index, separators=(",", ":")), encoding="utf-8")


def _address_from(page: Page) -> Callable[[str], str]:
    """Where a link from a page to another leads in the built site."""
    return cache(lambda path: get_relative_url(File(path, "", "", page.file.use_directory_urls).url, page.url))
