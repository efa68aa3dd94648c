from __future__ import annotations

import re
from pathlib import Path

from study.served import imports, short

FOLDER = Path(__file__).parents[2] / "docs" / "assets" / "javascripts"
SCRIPTS = {path.relative_to(FOLDER).as_posix(): path.read_text("utf-8") for path in sorted(FOLDER.rglob("*.js"))}


def test_what_only_explains_or_indents_is_left_out() -> None:
    script = '// What it is.\n//\n\nconst a = 1 // why\n  // more\nif (a)\n  b = "https://a"\n'
    assert short(script) == 'const a = 1\nif (a)\nb = "https://a"\n'


def test_no_text_of_several_lines_loses_a_line() -> None:
    texts = [text for script in SCRIPTS.values() for text in re.findall(r"`[^`]*`", short(script))]
    assert texts and not any("\n" in text for text in texts)


def test_no_text_of_one_line_loses_its_end() -> None:
    """What stands before a comment that is left out has each of its quotes closed."""
    ends = [re.match(r"(.*?\S)[ \t]+// ", line) for script in SCRIPTS.values() for line in script.splitlines()]
    before = [end[1] for end in ends if end and not end[1].lstrip().startswith("//")]
    assert before
    assert [text for text in before if text.count('"') % 2 or text.count("`") % 2] == []


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
