"""Which modules may import which: the core does not import MkDocs, which is no longer maintained."""

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


def test_only_the_hooks_and_the_benchmark_import_mkdocs() -> None:
    users = [path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.py") if "mkdocs" in imports(path)]
    assert sorted(users) == ["bench.py", "hooks.py", "page_order.py", "site_files.py"]


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
        ("pymdownx", "render/pictures/block.py"),
        ("spellchecker", "check/rules/slips.py"),
        ("yaml", "content/navigation.py"),
        ("yaml", "check/rules/shape.py"),
    }


def test_the_check_needs_nothing_of_exports_and_handouts_but_their_names() -> None:
    code = "import sys, check; sys.exit(any(name.startswith(('study.exports.', 'study.handouts.')) for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=SCRIPTS).returncode == 0


ROOMS = {
    "content": {"content"},
    "render": {"content", "render"},
    **{room: {"content", "render", room} for room in ("check", "site", "review", "exports", "handouts")},
}


def rooms_imported(path: Path) -> set[str]:
    """The packages of scripts/study that a module there imports from."""
    package = path.relative_to(SCRIPTS / "study").parent.parts
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            found |= {(*base, *(node.module or alias.name).split("."))[0] for alias in node.names}
    return found


def test_imports_in_the_core_point_one_way() -> None:
    core = SCRIPTS / "study"
    assert {path.name for path in core.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(ROOMS)
    wrong = {
        (path.relative_to(core).as_posix(), room)
        for path in core.rglob("*.py")
        for room in rooms_imported(path) - ROOMS.get(path.relative_to(core).parts[0], set())
    }
    assert not wrong


def test_no_module_or_function_is_too_long() -> None:
    """Ruff counts statements, not lines; for JavaScript, .oxlintrc.json has the same limits."""
    long = []
    for path in SCRIPTS.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        long += [path.name] if text.count("\n") > 250 else []
        functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef))
        long += [f"{path.name}:{one.name}" for one in functions if (one.end_lineno or 0) - one.lineno >= 40]
    assert long == []
