"""The guide of a build's files, and the files that the build adds or changes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

import installed_app
import minifier
import mkdocs_quiz_adapter
import share_pictures
from downloads import TakeAway
from generated_files import generated_files
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from rendered_questions import keep_rendered_questions
from site_build import Build
from study import exports, handouts
from study.check import coverage, explain
from study.content import glossary
from study.content.guide import Guide
from study.content.source import Source
from study.handouts.plan import numbers
from study.render.fragments import Fragments
from study.review import json_data
from study.site import module_bundle, module_preloads, question_blocks, sharing, shown_pages
from study.site.decorations import Decorations
from study.site.security_policy import Policies

log = logging.getLogger("mkdocs.hooks.study")


def authored_guide(files: Files) -> Guide:
    """The guide of the pages that people write. Its files are all other targets of links, including generated ones."""
    return Guide.read(
        (Source(file.src_uri, file.content_string.replace("\r\n", "\n")) for file in files.documentation_pages()),
        (
            *(file.src_uri for file in files if not file.is_documentation_page()),
            *generated_files(files.src_uris),
        ),
    )


def with_generated_pages(authored: Guide, files: Files, config: MkDocsConfig) -> Guide:
    pages = {"check.md": explain.as_markdown(), "coverage.md": coverage.as_markdown(authored)}
    _append(files, config, pages)
    return authored.with_pages(Source(path, text) for path, text in pages.items())


def add_files(
    authored: Guide, guide: Guide, taken: TakeAway, files: Files, config: MkDocsConfig, serving: bool
) -> Build:
    """Add the files to download, the data of the review page, and what quizzes load."""
    fragments = Fragments(guide, config.site_url or "")
    if handouts.PAGE in guide.pages:
        taken.add_handouts(guide)
        if taken.without_pdf:
            log.info(taken.without_pdf)
    if exports.PAGE in guide.pages:
        taken.add_exports(guide, fragments)
    policies = Policies()
    _append(files, config, policies.protected_pages(taken.files))
    for_folder = is_for_folder(config)
    if guide.questions or guide.short_answers or guide.prompts:
        _append(files, config, json_data.files(guide, for_folder))
    if for_folder:
        _append(files, config, _bundled(files))
    elif not serving:
        _append(files, config, _app(guide, files, config))
        _append(files, config, _for_sharing(config))
    if serving:
        keep_rendered_questions(config.plugins["mkdocs_quiz"], guide)
    pages = guide.pages | shown_pages.with_questions(guide)
    _append(files, config, mkdocs_quiz_adapter.adapt(config.plugins["mkdocs_quiz"], guide, pages, address_from))
    order = numbers(guide, taken.order) if handouts.PAGE in guide.pages else {}
    return Build(
        authored=authored,
        guide=guide,
        pages=pages,
        fragments=fragments,
        taken=taken,
        policies=policies,
        decorations=Decorations(guide, pages, order, question_blocks.KEY in taken.files),
        assets=files.src_uris.keys(),
        imports=module_preloads.imports(_scripts(files)),
        for_folder=for_folder,
        serving=serving,
    )


def _bundled(files: Files) -> dict[str, str]:
    try:
        return {module_bundle.PATH: module_bundle.bundle(_scripts(files))}
    except module_bundle.NotBundled as failed:
        raise PluginError(str(failed)) from failed


def _app(guide: Guide, files: Files, config: MkDocsConfig) -> dict[str, bytes]:
    """The manifest and the icons; none for a site without the logo, such as that of a test."""
    logo = files.src_uris.get(installed_app.LOGO)
    home = guide.pages.get("index.md")
    description = home.description if home else ""
    return installed_app.files(config.site_name, description, logo.content_string) if logo else {}


def _for_sharing(config: MkDocsConfig) -> dict[str, str | bytes]:
    """Files for social networks and search engines. There are no pictures if the site's address is unknown."""
    pictures = share_pictures.share_pictures(config.site_name) if config.site_url else ()
    icon = share_pictures.touch_icon(Path(config.docs_dir))
    return {"robots.txt": sharing.robots(config.site_url or ""), **icon, **dict(pictures)}


def _append(files: Files, config: MkDocsConfig, contents: Mapping[str, str | bytes]) -> None:
    for path, content in contents.items():
        files.append(File.generated(config, path, content=content))


def _scripts(files: Files) -> dict[str, str]:
    """Our scripts by their paths."""
    scripts = files.javascript_files()
    return {file.src_uri: file.content_string for file in scripts if minifier.is_ours(file.src_uri)}


def is_for_folder(config: MkDocsConfig) -> bool:
    """This build is the copy for a folder, which `offline_site` started."""
    enabled: bool = config.plugins[f"{config.theme.name}/offline"].config.enabled
    return enabled


def minify(files: Files) -> None:
    """Raises `PluginError` where one of our scripts or styles cannot be read."""
    for file in files:
        if minifier.is_ours(file.src_uri):
            try:
                file.content_string = minifier.minified(file.src_uri, file.content_string)
            except ValueError as unreadable:
                raise PluginError(f"{file.src_uri}: {unreadable}") from unreadable


def term_pages(files: Files, guide: Guide) -> list[Page]:
    """The pages of terms in alphabetical order, each linked with the next. In the menu, the list of terms is active."""
    found = (files.get_file_from_path(path) for path in dict.fromkeys(term.path for term in guide.terms))
    pages = [file.page for file in found if file and file.page]
    listed = files.get_file_from_path(glossary.PATH)
    for page in pages:
        page.parent = listed.page.parent if listed and listed.page else None
    for page, after in pairwise(pages):
        page.next_page, after.previous_page = after, page
    return pages


def address_from(page: Page) -> Callable[[str], str]:
    """The address of a page in the built site, relative to another page."""
    return cache(lambda path: get_relative_url(File(path, "", "", page.file.use_directory_urls).url, page.url))
