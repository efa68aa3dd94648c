from __future__ import annotations

import re
from pathlib import Path

from study.site.module_preloads import imports

FOLDER = Path(__file__).parents[2] / "docs" / "assets" / "javascripts"
SCRIPTS = {path.relative_to(FOLDER).as_posix(): path.read_text("utf-8") for path in sorted(FOLDER.rglob("*.js"))}


def test_imports_of_imports_are_told_once() -> None:
    scripts = {
        "a.js": 'import {b, c} from "./lib/b.js"\nimport("./later.js")\n',
        "lib/b.js": 'import {d} from "./d.js"\nimport * as c from "../c.js"\n',
        "lib/d.js": 'export {e} from "../c.js"\n',
        "c.js": 'import {a} from "./a.js"  // not so written\n',
        "later.js": "",
    }
    assert imports(scripts)["a.js"] == ("lib/b.js", "lib/d.js", "c.js")
    assert imports(scripts)["later.js"] == ()


def test_every_import_of_ours_is_found_and_there() -> None:
    found = imports(SCRIPTS)
    assert {name for names in found.values() for name in names} <= SCRIPTS.keys()
    typed = {path: len(re.findall(r'^(?:import|export)\b.* from "', text, re.M)) for path, text in SCRIPTS.items()}
    for path, number in typed.items():
        assert len(found[path]) >= number
