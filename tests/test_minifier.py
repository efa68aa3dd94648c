from __future__ import annotations

import minifier
import pytest

needed = pytest.mark.skipif(not minifier.IS_HERE, reason="no minifier for this computer")
PATH = "assets/javascripts/quiz.js"


@pytest.mark.parametrize(
    ("path", "ours"),
    [
        (PATH, True),
        ("assets/javascripts/study/log.js", True),
        ("assets/stylesheets/site.css", True),
        ("assets/mkdocs-quiz/quiz.css", True),
        ("assets/javascripts/bundle.a5f9d56c.min.js", False),
        ("assets/stylesheets/main.57a0d79d.min.css", False),
        ("assets/study.json", False),
        ("assets/images/logo.svg", False),
    ],
)
def test_which_files_are_ours_to_minify(path: str, ours: bool) -> None:
    assert minifier.is_ours(path) is ours


@needed
@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("// Why.\nexport const a = 1\n", "export const a=1"),
        ("export const say = b => `a  ${b ? ` c  // d` : ''} e`", 'export const say=e=>`a  ${e?` c  // d`:""} e`'),
        ("class A {\n  static b = 1\n  #c = 2\n}\nexport {A}", "class A{static b=1;#e=2}export{A}"),
        ("export const a = 1\n;[1].map(f)", "export const a=1;[1].map(f)"),
    ],
    ids=["a comment", "a template in a template", "a private field", "a list at the beginning of a line"],
)
def test_a_script_keeps_what_it_means(text: str, short: str) -> None:
    assert minifier.minified(PATH, text) == short


@needed
def test_a_style_loses_its_comments() -> None:
    assert minifier.minified("assets/stylesheets/site.css", "/* Ink */\na { color: red; }\n") == "a{color:red}"


@needed
def test_a_mistake_has_its_place() -> None:
    with pytest.raises(ValueError, match="line 2"):
        minifier.minified(PATH, "const a = 1\nconst b = = 2\n")
