from __future__ import annotations

import re
from pathlib import Path

from study.served import without_comments

SCRIPTS = sorted((Path(__file__).parents[2] / "docs" / "assets" / "javascripts").rglob("*.js"))


def test_lines_that_only_explain_are_left_out() -> None:
    script = '// What it is.\n//\nconst a = 1 // why\n  // more\nconst b = "//"\n'
    assert without_comments(script) == 'const a = 1 // why\nconst b = "//"\n'


def test_no_text_of_several_lines_loses_a_line() -> None:
    texts = [text for path in SCRIPTS for text in re.findall(r"`[^`]*`", without_comments(path.read_text("utf-8")))]
    assert texts and not any("\n" in text for text in texts)
