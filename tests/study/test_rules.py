"""Every rule with its cases: the messages that it must report, word for word, and text that it must not report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cases import ROOT, cases, parts
from check import ROUNDS
from study.check.fixes import fixed
from study.check.rules import RULES, check, problems
from study.content import navigation
from study.content.guide import Guide
from study.content.source import Source


def guide_of(texts: dict[str, str]) -> Guide:
    """The guide of a case: its pages, and where they are given, the configuration and the day."""
    config = texts.pop(navigation.PATH, None)
    day = texts.pop("today", None)
    entries = navigation.entries(config) or () if config else ()
    sources = (Source(path, text) for path, text in texts.items())
    return Guide.read(sources, (), None, entries, date.fromisoformat(day.strip()) if day else None)


def fixed_texts(texts: dict[str, str]) -> dict[str, str]:
    """The parts ``@ fixed path``, by path."""
    names = [name for name in texts if name.startswith("fixed ")]
    return {name.removeprefix("fixed "): texts.pop(name) for name in names}


@cases("rules")
def test_rule(case: Path) -> None:
    texts = parts(case)
    expected, after = texts.pop("problems"), fixed_texts(texts)
    guide = guide_of(texts)
    code = case.stem.partition("-")[0]
    found = sorted(problems(guide, RULES[code]))
    assert "".join(problem.line() + "\n" for problem in found) == expected
    assert case.stem.endswith("-nope") == (not found)
    assert all(problem.end.line - problem.place.line <= 1 for problem in found), "an editor would mark too much"
    assert {path: text.rstrip("\n") for path, text in fixed(guide, found).items()} == {
        path: text.rstrip("\n") for path, text in after.items()
    }, "each page that --fix changes is a part: @ fixed path"


@cases("rules")
def test_a_fix_leaves_nothing_to_fix(case: Path) -> None:
    texts = parts(case)
    del texts["problems"]
    texts |= fixed_texts(texts)
    guide = guide_of({**texts})
    rule = RULES[case.stem.partition("-")[0]]
    for _ in range(ROUNDS):
        again = fixed(guide, problems(guide, rule))
        if not again:
            return
        texts.update(again)
        guide = guide_of({**texts})
    raise AssertionError("a fix is made again and again")


def test_every_rule_has_two_cases_and_a_twin() -> None:
    names = [path.stem for path in (ROOT / "rules").glob("*.md")]
    for code in RULES:
        own = [name for name in names if name.startswith(f"{code}-")]
        assert any(name.endswith("-nope") for name in own), code
        assert len([name for name in own if not name.endswith("-nope")]) >= 2, code


def test_every_rule_says_why_it_exists() -> None:
    assert all(rule.why and rule.bad and rule.good for rule in RULES.values())


def test_problems_come_in_the_order_of_the_text() -> None:
    guide = Guide.read([Source("b.md", "# B\n\n[x](no.md)\n[y][]\n"), Source("a.md", "# A\n\n[z][]\n")])
    assert [problem.place.path + problem.code for problem in check(guide)] == ["a.mdT001", "b.mdL001", "b.mdT001"]


def test_an_empty_guide_has_no_problems() -> None:
    assert check(Guide.read([])) == []


def test_a_page_of_megabytes_is_one_problem() -> None:
    guide = Guide.read([Source("a.md", "[x" * 2_000_000), Source("b.md", "# B\n\n[y][]\n")])
    assert [(problem.place.path, problem.code) for problem in check(guide)] == [("a.md", "M044"), ("b.md", "T001")]


def test_nonsense_takes_a_time_that_grows_with_its_length() -> None:
    """Each of these took minutes at some time: patterns that look ahead from every sign."""
    for piece in ("[", "[a](", "<a ", "<!--", "```a\n", "**a ", "<quiz>\n", "/// a\n", "(\n\n", "[a][b ", " "):
        check(Guide.read([Source("a.md", piece * 4_000)]))
