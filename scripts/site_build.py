"""The state of one build of the site, for the events of MkDocs in hooks.py."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from downloads import TakeAway
from study.content.guide import Guide
from study.content.page import Page
from study.exports.single_file import Shown
from study.render.fragments import Fragments
from study.site import module_bundle, module_preloads
from study.site.decorations import Decorations
from study.site.next_pages import Neighbors
from study.site.page_assets import parts
from study.site.security_policy import Policies

SEARCH_WORKER = "assets/javascripts/search-worker.js"


@dataclass
class Build:
    """The values that one build passes from event to event, as `config.extra["build"]`; `on_files` makes them."""

    authored: Guide
    """The pages that people write: the check reads these."""
    guide: Guide
    """All pages, the generated ones too."""
    pages: Mapping[str, Page]
    """All pages as the site shows them: a session has its questions in place of the links to them."""
    fragments: Fragments
    """Pieces of Markdown as HTML, with links as the site has them: kept here so that each is rendered once."""
    taken: TakeAway
    """The files to download, some of which `on_post_build` writes."""
    policies: Policies
    """The security policy: which scripts each page may run."""
    decorations: Decorations
    """The Markdown extension that has to be told which page is rendered next."""
    assets: Collection[str]
    """The paths of all files: a page loads only styles and modules that exist."""
    imports: Mapping[str, tuple[str, ...]]
    """The modules that each script needs, which its page tells the browser to load early."""
    for_folder: bool
    """This build is the copy for a folder, which `offline_site` started."""
    serving: bool
    """`mkdocs serve` runs this build. Authors wait for the page after each save, so it makes only the pages."""
    shown: dict[str, Shown | None] = field(default_factory=dict)
    """The finished pages by address, in the order of the navigation, for the guide as a single file."""
    neighbors: dict[str, Neighbors] = field(default_factory=dict)
    """The links at the foot of each page; `on_nav` sets them."""

    def loads(self, page: Page, html: str) -> dict[str, str | list[str]]:
        """The styles, modules, and modules to load early of a page with this content, for its template.

        Browsers run no modules from a folder, so there one script contains all modules.
        """
        names = list(parts(self.guide, page, html))
        styles = [name for name in names if f"assets/stylesheets/{name}.css" in self.assets]
        modules = [path for name in names if (path := f"{module_preloads.FOLDER}{name}.js") in self.assets]
        early = [] if self.for_folder else [path for module in modules for path in self.imports[module]]
        bundle = module_bundle.PATH if self.for_folder else ""
        return {"styles": styles, "modules": modules, "preloads": list(dict.fromkeys(early)), "bundle": bundle}

    @property
    def is_app(self) -> bool:
        """Whether readers can install the site: not from a folder, and not while serving."""
        return not (self.for_folder or self.serving)

    @property
    def starts_search_late(self) -> bool:
        """Whether pages load the search index on first use. In a folder, the theme already does so."""
        return not self.for_folder and SEARCH_WORKER in self.assets
