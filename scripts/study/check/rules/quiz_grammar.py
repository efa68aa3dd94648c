"""Q: lines of a quiz that mkdocs-quiz does not read as their author meant them."""

from __future__ import annotations

from ...content.guide import Guide
from .registry import Finding, Found, rule


@rule("Q020", "an option that is not read as one", "-[x] Yes", "- [x] Yes")
def near_option(guide: Guide) -> Found:
    """mkdocs-quiz reads an option only as "- [ ] text" at the margin; anything else is part of the text around it."""
    return _faults(guide, "Q020")


@rule("Q022", "an option of two lines", "- [x] Yes, because the graph\nrecords it", "- [x] Yes, the graph records it")
def long_option(guide: Guide) -> Found:
    """An option is one line. Any other line below it ends the options, and the options after that are lost."""
    return _faults(guide, "Q022")


@rule("Q023", "a line of a reason without >", "> The graph records\nit.", "> The graph records\n> it.")
def unmarked_reason(guide: Guide) -> Found:
    """A line without ">" begins the explanation, so the options below it are lost."""
    return _faults(guide, "Q023")


@rule("Q024", "an option without text", "- [ ]", "- [ ] No")
def empty_option(guide: Guide) -> Found:
    """A reader cannot choose an option that says nothing."""
    return _faults(guide, "Q024")


@rule("Q025", "a blank without ---", "The store is [[offline]].\n\n***\n\nTold.", "[[offline]]\n\n---\n\nTold.")
def missing_separator(guide: Guide) -> Found:
    """Only a line "---" ends a question with a blank. Without it, readers see the explanation with the question."""
    return _faults(guide, "Q025")


@rule("Q026", "a blank that is not read as one", "The store is [offline].", "The store is [[offline]].")
def near_blank(guide: Guide) -> Found:
    """mkdocs-quiz reads only "[[answer]]" as a blank. Readers see any other brackets as typed."""
    return _faults(guide, "Q026")


@rule("Q027", "a heading inside a quiz", "<quiz>\nWhy?\n## Next\n</quiz>", "<quiz>\nWhy?\n</quiz>\n\n## Next")
def heading_inside(guide: Guide) -> Found:
    """A heading inside a quiz is hidden with the explanation, and is not in the table of contents."""
    return _faults(guide, "Q027")


@rule("Q028", "a question with one option", "- [x] Yes", "- [x] Yes\n- [ ] No")
def one_option(guide: Guide) -> Found:
    """With one option, readers have no choice to make."""
    for question in guide.questions:
        if len(question.options) == 1 and not question.faults:
            message = "this question has one option; add at least one more, with its reason"
            yield Finding(question.options[0].place, message, len(question.options[0].text))


@rule("Q029", "an option below the explanation", "- [x] Yes\n\nTold.\n- [ ] No", "- [x] Yes\n- [ ] No\n\nTold.")
def late_option(guide: Guide) -> Found:
    """The first text below the options begins the explanation, so an option after it is part of the explanation."""
    return _faults(guide, "Q029")


@rule("Q031", "a quiz that is indented", "    <quiz>\n    Why?\n    </quiz>", "<quiz>\nWhy?\n</quiz>")
def indented_quiz(guide: Guide) -> Found:
    """An indent makes a quiz part of a list item, or code. A question is a section of its own."""
    return _faults(guide, "Q031")


@rule("Q033", "a blank in a question with options", "- [x] Yes\n\nSee [[lineage]].", "- [x] Yes\n\nSee [lineage][].")
def blank_among_options(guide: Guide) -> Found:
    """ "[[x]]" turns any question into one with a blank, and its options become a plain list."""
    return _faults(guide, "Q033")


@rule("Q034", "a blank in code", "`df[[cols]]` keeps [[two]] columns.", "`df[cols]` keeps [[two]] columns.")
def blank_in_code(guide: Guide) -> Found:
    """In a question with a blank, mkdocs-quiz makes a field of "[[x]]" in code as well."""
    return _faults(guide, "Q034")


def _faults(guide: Guide, code: str) -> Found:
    for question in guide.questions:
        page = guide.pages[question.path]
        for fault in question.faults:
            if fault.code == code:
                yield Finding(page.place(fault.offset), fault.message, fault.length)
