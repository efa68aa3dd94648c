"""The modules that each of our scripts imports, for the preload links of a page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

FOLDER = "assets/javascripts/"

_IMPORT = re.compile(r'^(?:import|export) .*?from "(\.[^"]+)"$', re.MULTILINE)


def imports(scripts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each script, by its path, its direct and indirect imports, which a browser needs before the script runs.

    Browsers find an import only after they load the importing script. Without this list, each level is a round trip.
    """
    own = {path: [target(path, name) for name in _IMPORT.findall(script)] for path, script in scripts.items()}

    def all_of(path: str, seen: dict[str, None]) -> dict[str, None]:
        for name in own.get(path, ()):
            if name not in seen:
                seen[name] = None
                all_of(name, seen)
        return seen

    return {path: tuple(all_of(path, {})) for path in scripts}


def target(path: str, imported: str) -> str:
    """The path of a script that the script at `path` imports."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), imported))
