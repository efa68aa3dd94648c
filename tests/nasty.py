"""A guide with hostile texts, which are hard to export or escape, and each of these texts as plain text."""

from __future__ import annotations

from cases import guide
from study.content.guide import Guide

LONG = "Donaudampfschifffahrtsgesellschaft" * 30
GLOSSARY = """\
# Lineage { #lineage }

The **history** of "everything": `a < b && c`, see [the store][feature store].

- Also called: ML lineage, provenance
- Used by: [Data Engineer](../personas/data-engineer.md)
- Stage: [Train](../workflow.md#train)

# Feature Store { #feature-store }

A store; *not* a bucket.
"""
QUIZ = """\
# Quiz: odd/texts & more

## Questions { #questions }

### One of "several" {curly} { #braces }

<quiz>
What is `{~=#:}` in [lineage][], when a < b & c > d?

```python
if a < b:

    print("{}~=#:")  # a comment
```

- one
- two
- [x] `{a: 1}` ~ equals = # 100 % : äöüß €
> Because [lineage][] & `<b>`.
- [ ] #1 <script>alert("x")</script>
> \\\\n is no line end; C:\\new is no tab.
- [ ] 1. "quoted" 'twice' -> arrow
> Two
> lines.
- [ ] [html] %50% $CATEGORY: [sound:x.mp3] {{Front}} ::name::
> LONG

Told, with a table:

| A | B |
| --- | --- |
| 1 | <2> |
</quiz>

### Some { #some }

<quiz>
Choose two.
- [x] a
> A.
- [ ] b
> B.
- [x] c
> C.

So [lineage][].
</quiz>

### Gaps { #gaps }

<quiz>
The **[[R&D]]** of `x` is [[a->b*{c}]].

---

So [lineage][].
</quiz>

### Gap { #gap }

<quiz>
It is [[ä = b]].

---

So.
</quiz>
""".replace("LONG", LONG)
SHORT = """\
# Short

### Why { #why }

Why, in `x`?

/// answer
Because of [lineage][].

- [ ] Names it [so][lineage]
    and goes on.
- [ ] # no heading
///
"""
PROMPT = """\
# Title

## Prompt { #prompt }

Write "it".

## Outline { #outline }

1. Begin.

## Criteria { #criteria }

- [ ] **Clear.** It says [lineage][].

## Rubric { #rubric }

| Level | Shows |
| --- | --- |
| 4 | All |

## Exemplar { #exemplar }

/// exemplar
An essay.
///
"""
WORKFLOW = """\
# Workflow

### Train { #train }

- Owner: [Data Engineer](personas/data-engineer.md)
- Goes wrong: a | b; `c`
"""
PERSONA = "# Data Engineer\n\nBuilds [lineage][].\n"


def nasty(quiz: str = QUIZ) -> Guide:
    return guide(
        index="# The guide\n\nHello.\n",
        glossary=GLOSSARY,
        quiz__odd=quiz,
        quiz__short=SHORT,
        essays__its_name=PROMPT,
        workflow=WORKFLOW,
        personas__data_engineer=PERSONA,
    )


OPTIONS = (
    "{a: 1} ~ equals = # 100 % : äöüß €",
    '#1 <script>alert("x")</script>',
    "1. \"quoted\" 'twice' -> arrow",
    "[html] %50% $CATEGORY: [sound:x.mp3] {{Front}} ::name::",
)
REASONS = ("Because lineage & <b>.", r"\n is no line end; C:\new is no tab.", "Two lines.", LONG)
CODE = 'if a < b:\n\n    print("{}~=#:")  # a comment'
