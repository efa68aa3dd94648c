"""The hooks of MkDocs: it calls each function on the event of that name, in the order in which they are here."""

from __future__ import annotations

import itertools
import json
import logging
from pathlib import Path
from threading import Thread
from typing import Any

import installed_app
import mkdocs_quiz_adapter
from downloads import TakeAway
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from offline_site import NotCopied
from page_order import CONTRIBUTE, CONTRIBUTORS, foot_of, is_for_contributors, url_of, with_terms
from site_build import Build
from site_files import add_files, address_from, authored_guide, is_for_folder, minify, with_generated_pages
from study import exports
from study.check.rules import check
from study.check.suppressions import without_allowed
from study.content import glossary
from study.content.guide import Guide
from study.exports.single_file import Shown
from study.site import definitions, schema_org, search_index, sharing, shown_pages
from study.site.next_pages import neighbors
from study.site.search_text import for_readers, for_search

log = logging.getLogger("mkdocs.hooks.study")
LISTED = 200  # problems that a build lists; `make check` lists all

_serving = False  # MkDocs reports its command before it has a configuration that could store this


def on_startup(command: str, dirty: bool) -> None:
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """The offline copy has its own search for a folder; the theme would load one from another host."""
    if is_for_folder(config):
        config.extra["polyfills"] = ["assets/javascripts/iframe-worker.js"]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read the guide, report its problems, add the generated files, and set up the rendering of pages.

    The order matters: the report is about authors' pages only, the generated files need all pages, and the extensions
    link to all files. The copy for a folder is a separate build; it starts first because it takes longest.
    """
    taken = TakeAway(Path(config.docs_dir), config.nav, config.site_url or "", _serving, is_for_folder(config))
    if exports.PAGE in files.src_uris:
        taken.begin_copy()
    authored = authored_guide(files)
    if not _serving:
        _report(authored, config)
    guide = with_generated_pages(authored, files, config)
    build = add_files(authored, guide, taken, files, config, _serving)
    _set_up_rendering(build, config)
    config.extra["build"] = build
    return files


def _report(guide: Guide, config: MkDocsConfig) -> None:
    """Log the problems as warnings, which strict mode counts. The build of the copy for a folder does not log them."""
    if is_for_folder(config):
        return
    found = without_allowed(guide, check(guide))
    for problem in found[:LISTED]:
        log.warning(problem.line("docs"))
    if len(found) > LISTED:
        log.warning(f"and {len(found) - LISTED} more problems: `make check` lists them all")


def _set_up_rendering(build: Build, config: MkDocsConfig) -> None:
    extensions: list[Any] = config.markdown_extensions  # names by type, but Markdown takes objects too
    extensions += [*shown_pages.extensions(build.guide), build.decorations, build.taken.extension()]


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Remove two megabytes from the site and its copy for a folder: source maps, and search in other languages.

    Also drop the empty placeholders for files that the end of the build writes: links to them are validated by now.
    Then minify our scripts and styles, but not while serving, so that authors can read them in a browser.
    """
    for file in list(files):
        unasked = file.src_uri.endswith(".map") or file.src_uri.startswith("assets/javascripts/lunr/")
        if unasked or file.src_uri in _build(config).taken.later:
            files.remove(file)
    if not _build(config).serving:
        minify(files)
    env.globals["starts_search_late"] = _build(config).starts_search_late


def _build(config: MkDocsConfig) -> Build:
    build: Build = config.extra["build"]
    return build


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Leave the pages for contributors out of the menu: a link at the foot of every page leads to them.

    Order the pages of terms, which are not in the menu either, after the list of terms.
    """
    build = _build(config)
    build.shown = dict.fromkeys(with_terms([page.url for page in nav.pages], files, build.guide))
    menu = itertools.groupby(nav.pages, key=lambda page: page.parent)
    sections = [[page.file.src_uri for page in pages] for _, pages in menu]
    build.neighbors = neighbors(build.guide.sessions, sections)
    nav.items = [item for item in nav.items if not is_for_contributors(item)]
    config.extra["contribute"] = url_of(files, CONTRIBUTE)
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
    elif glossary.is_term_file(own.path):
        page.meta["hide"] = ["navigation", "toc"]  # short, and the list of all terms is its menu
    build.decorations.path = own.path
    return markdown if own is build.guide.pages[own.path] else own.source.text


@event_priority(100)
def _before_quizzes(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return mkdocs_quiz_adapter.with_end(html)


@event_priority(-100)
def _after_quizzes(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """After mkdocs-quiz, and before search reads the page."""
    return for_search(mkdocs_quiz_adapter.without_additions(html))


on_page_content = CombinedEvent(_before_quizzes, _after_quizzes)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Add what a page has besides its text, and the values that its template needs."""
    build = _build(config)
    own = build.pages[page.file.src_uri]
    page.content = shown_pages.with_additions(
        for_readers(page.content or ""), build.guide, own.path, address_from(page)
    )
    context |= build.loads(own, page.content)
    context["is_app"] = build.is_app
    if build.is_app:  # search engines read no other build
        data = schema_org.structured(build.guide, own, build.fragments, config.site_name)
        context["structured_data"] = schema_org.as_json(data)
    page.previous_page, page.next_page = foot_of(page, context["pages"], build)
    context["description"] = sharing.short(own.description)
    context["touch_icon"] = sharing.TOUCH_ICON if sharing.TOUCH_ICON in build.assets else ""
    picture = sharing.picture_path(sharing.section(own))
    context["share_picture"] = f"{config.site_url}{picture}" if config.site_url and picture in build.assets else ""
    context["definitions"] = definitions.as_html(definitions.missing_terms(build.guide, page.content))
    if build.taken.makes_single_file:
        build.shown[page.url] = Shown(own.path, page.url, own.title, page.content)
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    return _protected(output, config) if template_name.endswith(".html") else output


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return _protected(output, config)


def _protected(html: str, config: MkDocsConfig) -> str:
    """A page with its security policy. While serving and in a folder, a policy would block the page's scripts."""
    build = _build(config)
    return html if build.serving or build.for_folder else build.policies.protected(html)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files that need the finished pages, and those that other processes made.

    While serving, the check runs after this, in parallel with the server, so that the page does not wait for it.
    """
    build = _build(config)
    if build.serving:
        Thread(target=_report, args=(build.authored, config), name="check", daemon=True).start()
    try:
        finished = filter(None, build.shown.values())
        for path, content in build.taken.finish(build.guide, finished, build.fragments, config.site_name):
            whole = _protected(content.decode(), config).encode() if path.endswith(".html") else content
            Path(config.site_dir, path).write_bytes(whole)
    except NotCopied as failed:
        raise PluginError(str(failed)) from failed
    _tune_search(Path(config.site_dir, "search"), build)
    if not (build.serving or build.for_folder):
        Path(config.site_dir, "_headers").write_text(build.policies.headers(), encoding="utf-8")
    if build.is_app:
        installed_app.finish(Path(config.site_dir))


def _tune_search(folder: Path, build: Build) -> None:
    """Rewrite the search index of the theme's plugin. A test may build without that plugin.

    Every page fetches `search_index.json`. Its entries go to a file that a page fetches when its search is first used.
    """
    path = folder / "search_index.json"
    if not path.is_file():
        return
    index = search_index.tuned(json.loads(path.read_text(encoding="utf-8")), build.guide.terms)
    if build.starts_search_late:
        (folder / "entries.json").write_text(_compact(index), encoding="utf-8")
        index["docs"] = []
    path.write_text(_compact(index), encoding="utf-8")


def _compact(index: dict[str, Any]) -> str:
    return json.dumps(index, separators=(",", ":"))
