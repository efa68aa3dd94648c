"""All our modules as one classic script, for the copy of the site for a folder: browsers run no modules there.

Each module becomes an async function that returns its exports. It runs once, when the page or another module loads it.
This code only reads imports and exports that have a line of their own, as in our modules.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from .module_preloads import FOLDER, target

OWN = f"{FOLDER}in-folder/"
PATH = f"{OWN}modules.js"

_IMPORT = re.compile(r'^import (?P<names>\{.*\}|\* as \w+) from "(?P<path>\.[^"]+)"$', re.MULTILINE)
_PASSED_ON = re.compile(r"^export \{(?P<names>[\w, ]+)\}$", re.MULTILINE)
_EXPORT = re.compile(r"^export (?P<kind>(?:async )?function\*?|class|const) (?P<name>\w+)", re.MULTILINE)
_LATER = re.compile(r'\bimport\("(?P<path>\.[^"]+)"\)')
_COMMENT = re.compile(r"^ *//.*$", re.MULTILINE)
_UNREAD = re.compile(r"^(?:import|export)\b.*|\bimport(?:\(|\.meta).*", re.MULTILINE)

_HEAD = """\
"use strict";
(() => {
const own = document.currentScript
const root = new URL("../../../", own.src).href
const begun = {}
const $load = path => (begun[path] ??= modules[path](root + path))
const modules = {
"""
_FOOT = """\
}
const next = (before, path) => before.then(() => $load(path)).catch(reportError)
own.dataset.modules.split(" ").reduce(next, Promise.resolve())
})()
"""


class NotBundled(Exception):
    """The bundle cannot contain a module; the message says where and why."""


def bundle(scripts: Mapping[str, str]) -> str:
    """The script; its element names the modules to start in ``data-modules``. A module of `OWN` replaces its namesake.

    Raises `NotBundled`.
    """
    own = {f"{FOLDER}study/{posixpath.basename(path)}": text for path, text in scripts.items() if path.startswith(OWN)}
    texts = {path: own.get(path, text) for path, text in scripts.items() if not path.startswith(OWN)}
    exports = {path: _exports(text) for path, text in texts.items()}
    _refuse_circles(texts)
    return _HEAD + "".join(_function(path, text, exports) for path, text in texts.items()) + _FOOT


def _function(path: str, text: str, exports: Mapping[str, list[str]]) -> str:
    """A module as an entry of the table of modules."""

    def load(found: re.Match[str]) -> str:
        return f'$load("{target(path, found["path"])}")'

    def imported(found: re.Match[str]) -> str:
        for name in re.findall(r"(\w+)(?: as \w+)?(?:, |\})", found["names"]):
            if name not in exports.get(target(path, found["path"]), ()):
                raise NotBundled(f'{path}: "{found["path"]}" does not export "{name}"')
        names = re.sub(r"(\w+) as (\w+)", r"\1: \2", found["names"].removeprefix("* as "))
        return f"const {names} = await {load(found)}"

    made = _COMMENT.sub("", text)
    made = _EXPORT.sub(r"\g<kind> \g<name>", _PASSED_ON.sub("", _IMPORT.sub(imported, made)))
    made = _LATER.sub(load, made).replace("import.meta.url", "$address")
    if unread := _UNREAD.search(made):
        raise NotBundled(f'{path}: module_bundle.py cannot read "{unread[0]}"')
    return f'"{path}": async $address => {{\n{made}\nreturn {{{", ".join(exports[path])}}}\n}},\n'


def _exports(text: str) -> list[str]:
    passed_on = [name for found in _PASSED_ON.finditer(text) for name in re.findall(r"\w+", found["names"])]
    return [found["name"] for found in _EXPORT.finditer(text)] + passed_on


def _refuse_circles(texts: Mapping[str, str]) -> None:
    """Raise `NotBundled` for circular imports, because the modules would wait for each other forever."""
    done: set[str] = set()

    def visit(path: str, above: tuple[str, ...]) -> None:
        if path in above:
            raise NotBundled(f"{path}: imports itself through {' and '.join(above[above.index(path) + 1 :]) or path}")
        if path in done:
            return
        for found in _IMPORT.finditer(texts[path]):
            if (own := target(path, found["path"])) not in texts:
                raise NotBundled(f'{path}: there is no "{found["path"]}"')
            visit(own, (*above, path))
        done.add(path)

    for path in texts:
        visit(path, ())
