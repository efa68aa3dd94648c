"""Mistakes that people made or tried by hand, each once, in places where the check should report it."""

from __future__ import annotations

from collections.abc import Iterator

from mistakes import Docs, Mistake, edited

QUIZ, PAGE = "quiz/prepare-data.md", "personas/data-engineer.md"
_RIGHT, _WRONG = "- [x] Turn on versioning for the bucket", "- [ ] Encrypt the bucket with a KMS key"
_REASON = "> Encryption limits who can read an object. A later write still replaces the object."
_BLANK = "[[Canvas|SageMaker Canvas]]"
_TITLE = "### Keeping the training file { #overwritten-train-file .situation }"
_LINK = "[processing job][]"

LISTED = (
    (
        "smart quotes around an id",
        QUIZ,
        "{ #overwritten-train-file .situation }",
        "{ “#overwritten-train-file” .situation }",
    ),
    ("a tab between bullet and mark", QUIZ, _WRONG, _WRONG.replace("- ", "-\t", 1)),
    ("an option indented by two spaces", QUIZ, _WRONG, "  " + _WRONG),
    ("a mark without a space before", QUIZ, _RIGHT, _RIGHT.replace("- [", "-[")),
    ("a space inside the mark", QUIZ, _RIGHT, _RIGHT.replace("[x]", "[x ]")),
    ("a plus for a bullet", QUIZ, _WRONG, _WRONG.replace("-", "+", 1)),
    ("a number for a bullet", QUIZ, _WRONG, _WRONG.replace("-", "1.", 1)),
    ("no space behind the mark", QUIZ, _WRONG, _WRONG.replace("] ", "]", 1)),
    ("an option of two lines", QUIZ, _WRONG, _WRONG.replace("with", "\n  with")),
    ("a reason whose second line lacks its mark", QUIZ, "> values too.", "values too."),
    ("a reason of two paragraphs", QUIZ, _REASON, "> Encryption.\n\n> A later write still replaces the object."),
    ("a typo in the end tag", QUIZ, "</quiz>", "</quizz>"),
    ("a capital in the tag", QUIZ, "<quiz>", "<Quiz>"),
    ("an attribute of the tag", QUIZ, "<quiz>", '<quiz class="x">'),
    ("a space in the tag", QUIZ, "<quiz>", "<quiz >"),
    ("a comment without its end", QUIZ, "### CSV layout for", "<!-- TODO\n\n### CSV layout for"),
    ("a comment around a question", QUIZ, "### CSV layout for", "<!--\n\n### CSV layout for"),
    ("an empty blank", QUIZ, _BLANK, "[[]]"),
    ("a blank without dashes", QUIZ, "\n---\n", "\n"),
    ("a blank with stars", QUIZ, "\n---\n", "\n***\n"),
    ("a blank with four dashes", QUIZ, "\n---\n", "\n----\n"),
    ("a blank in single brackets", QUIZ, _BLANK, "[Canvas]"),
    ("a wiki link in an explanation", QUIZ, "part of [data transformation][]", "part of [[data transformation]]"),
    ("a wiki link in prose", QUIZ, "These questions", "[[lineage]] and these questions"),
    ("a link in an option", QUIZ, _WRONG, _WRONG.replace("KMS key", "[KMS key](../status.md)")),
    ("an id without its sign", QUIZ, "{ #overwritten", "{ overwritten"),
    ("a space behind the sign", QUIZ, "{ #overwritten", "{ # overwritten"),
    ("an attribute list without its end", QUIZ, "-file .situation }", "-file .situation"),
    ("round brackets around an id", QUIZ, "{ #overwritten-train-file .situation }", "( #overwritten-train-file )"),
    ("a heading inside a quiz", QUIZ, "[Amazon S3][] replaces", "#### Why\n\n[Amazon S3][] replaces"),
    ("a table without blank line", QUIZ, "file?\n", "file?\n| A | B |\n| - | - |\n| 1 | 2 |\n"),
    ("a nested list below an option", QUIZ, _REASON, "    - more\n" + _REASON),
    ("a check mark", QUIZ, _RIGHT, _RIGHT.replace("[x]", "[✓]")),
    ("an en dash for a bullet", QUIZ, _WRONG, _WRONG.replace("-", "\u2013", 1)),
    ("an entity before a reason", QUIZ, _REASON, _REASON.replace(">", "&gt;")),
    ("a placeholder in an option", QUIZ, _WRONG, _WRONG.replace("the bucket", "<bucket>")),
    ("a placeholder in a question", QUIZ, "Six weeks after launch", "Six weeks after <your-name>"),
    ("a fence that is not closed", QUIZ, "You pass the churn", "  ```python\n  x = 1\nYou pass the churn"),
    ("a space between brackets", PAGE, _LINK, "[processing job] []"),
    ("one pair of brackets", PAGE, _LINK, "[processing job]"),
    ("a label without its end", PAGE, _LINK, "[processing job][processing job"),
    ("a name for an address", PAGE, _LINK, "[processing job](processing job)"),
    ("no address", PAGE, _LINK, "[processing job]()"),
    ("a reference in a heading", PAGE, "## Goal", "## [Lineage][]"),
    ("a reference in a link", PAGE, "[The Data Engineer's work", "[[lineage][] The Data Engineer's work"),
    ("a reference in code", PAGE, _LINK, "`[processing job][]`"),
    ("another alphabet", PAGE, _LINK, "[tr\u0430nsformation][]"),
    ("a zero-width space", PAGE, _LINK, "[process\u200bing job][]"),
    (
        "facts without blank line",
        "glossary/approval-status.md",
        "\n\n- Also called: model approval",
        "\n- Also called: model approval",
    ),
    ("an attribute list behind a link", PAGE, _LINK, "[processing job](../glossary/index.md){: target=_blank"),
    ("a footnote", PAGE, "measures of success:", "measures of success[^1]:"),
)


def listed(docs: Docs) -> Iterator[Mistake]:
    """Those whose text is still in the docs: a page may be reworded without a look at this list."""
    for name, path, old, new in LISTED:
        start = docs[path].find(old)
        if start < 0:
            continue
        yield edited("listed", name, path, docs[path], start, start + len(old), new)
