"""MkDocs' side of the guide: what MkDocs calls, and nothing that could stand in the core."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import quiz_blocks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from offline import NotCopied
from study import (
    codes,
    coverage,
    deck_data,
    definitions,
    exports,
    glossary,
    glossary_page,
    handouts,
    pictures,
    search_words,
    served,
    structured,
)
from study.allow import without_allowed
from study.checklists import LabelledChecklists
from study.closed import closed, opened
from study.facts import Facts
from study.fragments import Fragments
from study.guide import Guide
from study.handouts.plan import numbers
from study.page_parts import parts
from study.projections import Projections
from study.references import TermReferences
from study.rules import check
from study.single_file import Shown
from study.small import small
from study.source import Source
from study.tables import StackedTables
from study.uses import uses
from take_away import TakeAway

log = logging.getLogger("mkdocs.hooks.study")
CONTRIBUTORS = ("check.md", "coverage.md")  # pages that no learner looks for
LISTED = 200  # problems that a build lists: nobody reads more of them there
_state = {"command": "build"}


def on_startup(command: str, dirty: bool) -> None:
    """PDF files and the copy for a folder are for the finished site: every save would wait for them."""
    _state["command"] = command


def on_config(config: MkDocsConfig) -> None:
    """The offline copy brings its own way to search from a folder; the theme would fetch one."""
    if _is_offline(config):
        config.extra["polyfills"] = ["assets/javascripts/iframe-worker.js"]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read the guide, report its problems, and hand it to Markdown, quizzes and templates. Strict mode counts them.

    What takes longest, in processes of its own, is begun first.
    """
    site_url = config.site_url or ""
    taken = TakeAway(Path(config.docs_dir), config.nav, site_url, _state["command"] != "build", _is_offline(config))
    if exports.PAGE in files.src_uris:
        taken.begin_copy()
    guide = _guide(files)
    config.extra |= {"guide": guide, "taken": taken, "fragments": Fragments(guide, site_url)}
    if handouts.PAGE in guide.pages:
        taken.add_handouts(guide)
        if taken.without_pdf:
            log.info(taken.without_pdf)
    if not _is_offline(config):  # the site's own build tells what is wrong
        _report(guide)
    pages = {"check.md": codes.as_markdown(), "coverage.md": coverage.as_markdown(guide)}
    guide.pages.update(Guide.read(Source(path, text) for path, text in pages.items()).pages)
    _append(files, config, pages)
    if exports.PAGE in guide.pages:
        taken.add_exports(guide, config.extra["fragments"])
    _append(files, config, taken.files)
    if (guide.questions or guide.short_answers or guide.prompts) and not _is_offline(config):
        _append(files, config, deck_data.files(guide))
    config.extra["imports"] = served.imports(_shortened(files))
    config.extra["assets"] = files.src_uris.keys()
    numbered = numbers(guide, taken.order) if handouts.PAGE in guide.pages else {}
    config.extra["projections"] = projections = Projections(guide, numbered)
    extensions: list[Any] = config.markdown_extensions  # names by type, but Markdown takes objects too
    extensions += [TermReferences(guide.by_name), StackedTables(), LabelledChecklists(), Facts(), projections]
    extensions += taken.extensions()
    _append(files, config, quiz_blocks.adapt(config.plugins["mkdocs_quiz"], guide, _address_from))
    return files


def _guide(files: Files) -> Guide:
    """The guide of the pages, and the paths of what else there is or will be to lead to."""
    pages = (file for file in files if file.is_documentation_page() and not file.inclusion.is_excluded())
    return Guide.read(
        (Source(file.src_uri, file.content_string.replace("\r\n", "\n")) for file in pages),
        (
            *(file.src_uri for file in files if not file.is_documentation_page()),
            *exports.paths(files.src_uris),
            *handouts.paths(files.src_uris),
        ),
    )


def _append(files: Files, config: MkDocsConfig, contents: Mapping[str, str | bytes]) -> None:
    for path, content in contents.items():
        files.append(File.generated(config, path, content=content))


def _shortened(files: Files) -> dict[str, str]:
    """Our scripts, as they are served from now on, by their paths."""
    scripts = {file.src_uri: file for file in files.javascript_files() if file.src_uri.startswith(served.FOLDER)}
    for file in scripts.values():
        file.content_string = served.short(file.content_string)
    return {path: file.content_string for path, file in scripts.items()}


def _report(guide: Guide) -> None:
    found = without_allowed(guide, check(guide))
    for problem in found[:LISTED]:
        log.warning(problem.line("docs"))
    if len(found) > LISTED:
        log.warning(f"and {len(found) - LISTED} more problems: `make check` lists them all")


def _is_offline(config: MkDocsConfig) -> bool:
    """This build is the copy for a folder, which `offline` asked for."""
    enabled: bool = config.plugins["material/offline"].config.enabled
    return enabled


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Less to load: a third of what templates write is space around their tags, and the theme brings two megabytes that
    no page asks for, maps of its sources and search in other languages.

    What the end of the build makes was there for links to lead to; until then, no empty file stands in its place.
    """
    env.trim_blocks = env.lstrip_blocks = True
    for file in list(files):
        unasked = file.src_uri.endswith(".map") or file.src_uri.startswith("assets/javascripts/lunr/")
        if unasked or file.src_uri in config.extra["taken"].later:
            files.remove(file)


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Before mkdocs-quiz: quizzes are enabled where there are any. The text itself stays as it is.

    A page without quizzes keeps its front matter empty: the theme's navigation looks into each page's for each page.
    """
    guide: Guide = config.extra["guide"]
    own = guide.pages[page.file.src_uri]
    if own.quizzes:
        page.meta["quiz"] = {"enabled": True}
    if own.path in CONTRIBUTORS:
        page.meta["search"] = {"exclude": True}
    config.extra["projections"].path = own.path
    return markdown


@event_priority(-100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """After mkdocs-quiz, and before search reads the page."""
    return closed(html)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """A page's description, and the definitions of the terms it links: its links name them as theirs."""
    guide: Guide = config.extra["guide"]
    own = guide.pages[page.file.src_uri]
    page.content = opened(page.content or "")
    if own.path == glossary.PATH:
        page.content = glossary_page.with_index_and_uses(page.content, guide, uses(guide), _address_from(page))
    drawn = pictures.pictures(guide, own.path, _address_from(page))
    page.content = pictures.with_pictures(page.content, drawn)
    names = list(parts(guide, own, page.content))
    assets = config.extra["assets"]
    context["styles"] = [name for name in names if f"assets/stylesheets/{name}.css" in assets]
    context["modules"] = modules = [path for name in names if (path := f"{served.FOLDER}{name}.js") in assets]
    if not _is_offline(config):  # from a folder, browsers run no modules
        imports = config.extra["imports"]
        context["preloads"] = list(dict.fromkeys(path for module in modules for path in imports[module]))
    if not _is_offline(config):  # no search engine reads it there
        data = structured.structured(guide, own, config.extra["fragments"], config.site_name)
        context["structured_data"] = structured.as_json(data)
    context["description"] = own.description
    context["definitions"] = definitions.as_html(definitions.missing_terms(guide, page.content))
    if exports.PAGE in guide.pages:
        config.extra["shown"][page.url] = Shown(own.path, page.url, own.title, page.content)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return small(output) if _is_taken(config) else output


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    return small(output) if template_name.endswith(".html") and _is_taken(config) else output


def _is_taken(config: MkDocsConfig) -> bool:
    """This build is of a site that is offered as a whole, whose size counts: to make it small takes a tenth longer."""
    return _state["command"] == "build" and exports.PAGE in config.extra["guide"].pages


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    config.extra["shown"] = dict.fromkeys(page.url for page in nav.pages)  # in the order of the navigation
    return nav


def on_post_build(config: MkDocsConfig) -> None:
    """What is made of the finished pages, or was begun before them and takes as long."""
    extra = config.extra
    shown = filter(None, extra["shown"].values())
    try:
        for path, content in extra["taken"].finish(extra["guide"], shown, extra["fragments"], config.site_name):
            Path(config.site_dir, path).write_bytes(content)
    except NotCopied as failed:
        raise PluginError(str(failed)) from failed
    index = Path(config.site_dir, "search", "search_index.json")
    if index.is_file():  # the theme's plugin has written it by now
        found = search_words.with_inner_words(json.loads(index.read_text(encoding="utf-8")))
        index.write_text(json.dumps(found, separators=(",", ":")), encoding="utf-8")


def _address_from(page: Page) -> Callable[[str], str]:
    """Where a link from a page to another leads in the built site."""
    return cache(lambda path: get_relative_url(File(path, "", "", page.file.use_directory_urls).url, page.url))
