"""A small guide to build a site from, and its pages as text to look for strings in."""

from __future__ import annotations

from pathlib import Path

from cases import term_files
from sites import quoted

GLOSSARY = """\
# Bias { #bias }

Unfairness that "hurts" `<people>`.

Seen in the [lineage][].

# Lineage { #lineage }

History, unlike [bias][].
"""
QUIZ = """\
# Quiz

Tests [lineage][].

## Questions { #questions }

### First { #first }

<quiz>
Why [lineage][]?
- [x] Because
> Of [bias][].
- [ ] No
> [Look](../glossary/bias.md).

So [lineage][].
</quiz>

### Second { #second }

<quiz>
Fill the [[gap]] & `<more>`.

---

So [lineage][] and [bias][].
</quiz>
"""
PAGES = {
    "index.md": "# Home\n\nSee [bias][] and\n*[more][lineage]*.\n",
    "glossary/index.md": "# Glossary\n\nAll terms.\n",
    **term_files(GLOSSARY),
    "quiz/all.md": QUIZ,
}


def html(site: Path, page: str) -> str:
    return quoted((site / page).read_text(encoding="utf-8"))
