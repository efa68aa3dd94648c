"""A small guide with one of each: a term, a stage, a persona, a question of each kind, a prompt."""

from __future__ import annotations

from cases import term_files

GLOSSARY = """\
# Engineer { #engineer }

A person who builds.

- Used by: [Engineer](../personas/engineer.md)
- Stage: [Build](../workflow.md#build)

# Lineage { #lineage }

The history of "a <model>".

- Also called: history
- Used by: [Engineer](../personas/engineer.md)
- Stage: [Build](../workflow.md#build)
- Not the same as: a [Log][] (lists what happened); magic (does not exist)

# Log { #log }

A list of events, unlike [lineage][].

- Used by: [Clerk](../personas/clerk.md)
- Stage: [Keep](../workflow.md#keep)
"""
WORKFLOW = """\
# Workflow

### Build { #build }

- Owner: [Engineer](personas/engineer.md)
- Input: Facts
- Output: A model
- Tools: [Lineage][]
- Record kept: A list
- What goes wrong: Haste

### Keep { #keep }

- Owner: [Clerk](personas/clerk.md)
- Input: Facts
- Output: A file
- Tools: [Log][]
- Record kept: A list
- What goes wrong: Dust
"""
QUIZ = """\
# Quiz

## Questions { #questions }

### First { #first }

<quiz>
Which one?
- [ ] The wrong one
> A log lists events only.
- [x] The right one
> It leads back, see [the page](https://example.org/a).

So [lineage][] it is, says [the page](https://example.org/a) and [lineage][] and [the workflow](../workflow.md).
</quiz>

### Second { #second }

<quiz>
A list is a [[log]] & <more>.

---

Because of the [log][].
</quiz>
"""
SHORT = """\
# Short

## Questions { #questions }

### 1. Why so { #why }

Why is it so?

/// answer
It is so for a reason that is told here.

- [ ] Names [lineage][].
- [ ] Names the [log][].
///
"""
ESSAY = """\
# A long thought

## Prompt { #prompt }

Think about it.

## Outline { #outline }

1. Begin with the [engineer][].

## Criteria { #criteria }

- [ ] **Depth.** The essay is deep.

## Rubric { #rubric }

| Level | What |
| --- | --- |
| 4 Excellent | All of it. |

## Exemplar { #exemplar }

/// exemplar
Thinking is what we did all day, and it did not hurt.
///
"""
PAGES = {
    "essays/thought.md": ESSAY,
    **term_files(GLOSSARY),
    "index.md": '# The \\ "guide"\n\nText.\n',
    "personas/clerk.md": "# Clerk\n\nText.\n",
    "personas/engineer.md": "# Engineer\n\nText.\n",
    "personas/index.md": "# Who\n\n| Stage | [Engineer][] |\n| --- | --- |\n| [Build](../workflow.md#build) | leads |\n",
    "quiz/all.md": QUIZ,
    "quiz/short.md": SHORT,
    "workflow.md": WORKFLOW,
}
