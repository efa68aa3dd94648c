"""The pattern at which search splits text and queries into words; the theme's worker runs it in the browser.

The theme adds a wildcard to each typed word, so "what is SageMaker" would find "isolation", and "who approves a model"
would find every word that begins with an "a". Search drops separators from the text and the query. So small words are
separators here, and so are the endings of plurals and possessives: "model", "models", and "model's" become one word.
The theme's own stemmer cannot do that, because it does not change a word that ends with a wildcard.
"""

from __future__ import annotations

_SMALL = """
    a about an and are as at be been by can cannot could did do does for from had has have he her his how i if in
    into is it its may me might must my no not of off on only or our own shall she should so some than that the their
    them then there these they this to us was we were what when where which while who whom whose why will with would
    you your
"""
_AROUND = r"[\w.'\u2019/]"


def _any_case(word: str) -> str:
    return f"[{word[0].upper()}{word[0]}]{word[1:]}"


SEPARATOR = "|".join(
    [
        r"""[\s\-,:;!?=\[\](){}<>"]+""",
        r"\.(?!\w)",  # "0.05" and "model.tar.gz" are words
        r"(?<!\b\w)/|/(?!\w\b)",  # "A/B" is one word, "CI/CD" is two
        r"['\u2019]s?(?!\w)",
        r"(?<=\w{2}[^\W\d_aisu])s(?!\w)",  # "models", but not "bias", "process", "analysis", "status", or "aws"
        f"(?<!{_AROUND})(?:{'|'.join(map(_any_case, sorted(_SMALL.split(), reverse=True)))})(?!{_AROUND})",
    ]
)
"""A regular expression that means the same in JavaScript and in Python with `re.ASCII`. It has no capturing group,
because the theme puts it into a pattern of its own."""
