"""Who may import whom: the core stays free of MkDocs, which will not live for ever."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).parent.parent / "scripts"


def imports(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    names = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def test_only_the_hooks_import_mkdocs_and_what_races_it() -> None:
    users = [path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.py") if "mkdocs" in imports(path)]
    assert sorted(users) == ["bench.py", "hooks.py"]


def test_nothing_imports_mkdocs_quiz() -> None:
    assert not [path for path in SCRIPTS.rglob("*.py") if "mkdocs_quiz" in imports(path)]


def test_the_core_needs_only_markdown_and_one_place_a_format_beyond_the_standard_library() -> None:
    typeset = SCRIPTS / "study" / "handouts" / "typeset"
    users = {
        (name, (typeset if typeset in path.parents else path).relative_to(SCRIPTS / "study").as_posix())
        for path in (SCRIPTS / "study").rglob("*.py")
        for name in imports(path) - sys.stdlib_module_names - {"markdown"}
    }
    assert users == {
        ("genanki", "exports/anki.py"),
        ("weasyprint", "handouts/typeset"),
        ("pydyf", "handouts/typeset"),
        ("spellchecker", "rules/slips.py"),
        ("yaml", "navigation.py"),
        ("yaml", "rules/shape.py"),
    }


def test_the_check_needs_nothing_of_exports_and_handouts_but_their_names() -> None:
    code = "import sys, check; sys.exit(any(name.startswith(('study.exports.', 'study.handouts.')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=SCRIPTS).returncode == 0
