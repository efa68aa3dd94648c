"""The recipes of CONTRIBUTING.md, followed word for word, give no problem: the tests type its indented examples."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from textwrap import dedent

import check
import pytest
from sites import ROOT, build_site

RECIPES = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return Path(shutil.copytree(ROOT / "docs", tmp_path / "docs"))


def typed(recipe: str) -> str:
    """The indented text of a recipe."""
    section = RECIPES.split(f"### {recipe}\n")[1].split("\n### ")[0]
    found = re.search(r"(?:^    .*\n|^\n(?=    ))+", section, re.MULTILINE)
    assert found, recipe
    return dedent(found[0]).strip() + "\n"


def edit(page: Path, before: str, after: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert before in text, before
    page.write_text(text.replace(before, after, 1), encoding="utf-8")


def add_term(docs: Path) -> None:
    (docs / "glossary" / "champion-model.md").write_text(typed("Add a term"), encoding="utf-8")
    edit(
        docs / "glossary" / "approval-status.md",
        "; the status of a [Model Card][]",
        "; the [Champion Model][] (serves); the status of a [Model Card][]",
    )
    edit(docs / "personas" / "data-scientist.md", "\n## ", "\nThe candidate has to beat the [champion][].\n\n## ")
    question = typed("Add an interactive question").replace("[lineage][]", "[champion][]")
    blank = "<quiz>\nThe version that serves is the [[champion]].\n\n---\n\nA [champion][] serves.\n</quiz>\n"
    blank += "\n/// hint\nIt is the version that the next one has to beat.\n///\n"
    add_question(docs, question + f"\n### The version that serves {{ #version-that-serves }}\n\n{blank}")


def add_question(docs: Path, question: str) -> None:
    page = docs / "quiz" / "govern.md"
    page.write_text(page.read_text(encoding="utf-8").rstrip() + f"\n\n{question}", encoding="utf-8")


def add_short_answer(docs: Path) -> None:
    page = docs / "quiz" / "short-answer.md"
    answer = typed("Add a short answer").replace("two or three sentences.", "two or three sentences. It ends here.")
    page.write_text(page.read_text(encoding="utf-8").rstrip() + f"\n\n{answer}", encoding="utf-8")


def add_prompt(docs: Path) -> None:
    shutil.copy(docs / "essays" / "automation.md", docs / "essays" / "release.md")
    edit(docs / "essays" / "release.md", "# Automation of the workflow", "# Release of a model")
    edit(
        docs.parent / "mkdocs.yml",
        "          - Automation: essays/automation.md\n",
        "          - Automation: essays/automation.md\n          - Release: essays/release.md\n",
    )
    edit(docs / "essays" / "index.md", "\n## ", "\nA sixth one is about the [release](release.md).\n\n## ")


def change_workflow(docs: Path) -> None:
    table = docs / "workflow.md"
    edit(
        table,
        "### Feedback { #feedback }\n\n- Owner: [MLOps Engineer]",
        "### Feedback { #feedback }\n\n- Owner: [Data Scientist](personas/data-scientist.md), [MLOps Engineer]",
    )
    matrix = docs / "personas" / "index.md"
    edit(matrix, "(../workflow.md#feedback) | works | works |", "(../workflow.md#feedback) | works | **leads** |")


def add_page(docs: Path) -> None:
    (docs / "cases" / "third.md").write_text("# A third company\n\nIt sells bicycles.\n", encoding="utf-8")
    edit(
        docs.parent / "mkdocs.yml",
        "          - The bank: cases/bank.md\n",
        "          - The bank: cases/bank.md\n          - A third: cases/third.md\n",
    )


RECIPE = {
    "Add a term": add_term,
    "Add an interactive question": lambda docs: add_question(docs, typed("Add an interactive question")),
    "Add a short answer": add_short_answer,
    "Add an essay prompt": add_prompt,
    "Change the workflow": change_workflow,
    "Add a page": add_page,
}


ALONE = "Add an interactive question"  # the recipe of a term has it too


@pytest.mark.parametrize("recipes", [[ALONE], sorted(RECIPE.keys() - {ALONE})], ids=["a question", "all others"])
def test_recipes_pass_the_check(recipes: list[str], docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for recipe in recipes:
        RECIPE[recipe](docs)
    code = check.main([str(docs), "--fix"])
    assert (capsys.readouterr().out, code) == ("", 0)


def test_all_recipes_that_keep_the_navigation_pass_the_strict_build(docs: Path, tmp_path: Path) -> None:
    for recipe in ("Add a term", "Add a short answer", "Change the workflow"):
        RECIPE[recipe](docs)
    check.main([str(docs), "--fix"])
    assert build_site(docs, tmp_path / "site", whole=True, command="serve") == []
