"""Interactive questions as an IMS QTI 2.1 package.

https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html: an item for each question, a test for each theme.
Reasons are modal feedback, which is shown after the answer. Programs that do not support feedback would show feedback
inside an option as part of the option, which would give the answer away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, fromstring

from ..render.question_view import BLANK_TOKEN
from ..render.safe_markdown import add_text
from .archive import archive
from .items import Choice, Item, Theme, by_theme
from .qti_manifest import Resource, identifier, manifest, xml

_NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_ROOT = {
    "xmlns": _NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_NAMESPACE} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
}
_WIDTH = 15  # characters: all blanks have this width, so that it does not reveal the answer


def package(items: Iterable[Item]) -> bytes:
    files: dict[str, bytes] = {}
    tests = []
    resources = []
    for theme, own in by_theme(items):
        name = f"test_{identifier(theme.id)}"  # different from all names of items
        files[f"{name}.xml"] = xml(_test(name, theme, own))
        tests.append(Resource(name, "imsqti_test_xmlv2p1", f"{name}.xml", tuple(identifier(item.id) for item in own)))
        for item in own:
            files[_path(item)] = xml(_item(item))
            resources.append(Resource(identifier(item.id), "imsqti_item_xmlv2p1", _path(item)))
    whole = manifest("QTIv2.1 Package", "1.0.0", [*tests, *resources])
    return archive({"imsmanifest.xml": xml(whole), **files})


def _path(item: Item) -> str:
    return f"items/{identifier(item.id)}.xml"


def _test(name: str, theme: Theme, items: list[Item]) -> Element:
    test = Element("assessmentTest", {**_ROOT, "identifier": name, "title": theme.title})
    part = SubElement(
        test, "testPart", {"identifier": "part", "navigationMode": "nonlinear", "submissionMode": "individual"}
    )
    SubElement(part, "itemSessionControl", {"maxAttempts": "0", "showFeedback": "true"})
    section = SubElement(part, "assessmentSection", {"identifier": "section", "title": theme.title, "visible": "true"})
    for item in items:
        SubElement(section, "assessmentItemRef", {"identifier": identifier(item.id), "href": _path(item)})
    return test


def _item(item: Item) -> Element:
    names = {"identifier": identifier(item.id), "title": item.title, "adaptive": "false", "timeDependent": "false"}
    root = Element("assessmentItem", {**_ROOT, **names})
    if item.accepted:
        for response, (answer, *_) in zip(_responses(item), item.accepted, strict=True):
            _declare(root, response, "single", "string", [answer])
    else:
        right = [name for name, choice in _named(item) if choice.right]
        _declare(root, "RESPONSE", _cardinality(item), "identifier", right)
    _outcomes(root, item)
    body = SubElement(root, "itemBody")
    body.extend(_blocks(item.text))
    if item.accepted:
        left = iter(_responses(item))
        _put_gaps(body, left)
        for response in left:  # its place is not in visible text but, for example, in the address of a link
            SubElement(body, "p").append(_entry(response))
    else:
        _choices(body, item)
    _processing(root, item)
    for name, choice in _named(item):
        _feedback(root, "FEEDBACK", name, choice.reason)
    _feedback(root, "EXPLANATION", "explanation", item.explanation)
    return root


def _named(item: Item) -> Iterator[tuple[str, Choice]]:
    """Short names within the item, because QTI advises against more than 32 characters."""
    return ((f"option-{number}", choice) for number, choice in enumerate(item.choices, 1))


def _responses(item: Item) -> list[str]:
    return ["RESPONSE", *(f"RESPONSE{number}" for number in range(2, len(item.accepted) + 1))]


def _cardinality(item: Item) -> str:
    return "multiple" if item.kind == "several" else "single"


def _declare(root: Element, name: str, cardinality: str, base: str, right: list[str]) -> None:
    names = {"identifier": name, "cardinality": cardinality, "baseType": base}
    correct = SubElement(SubElement(root, "responseDeclaration", names), "correctResponse")
    for value in right:
        SubElement(correct, "value").text = value


def _outcomes(root: Element, item: Item) -> None:
    score = {"identifier": "SCORE", "cardinality": "single", "baseType": "float", "normalMaximum": "1"}
    default = SubElement(SubElement(root, "outcomeDeclaration", score), "defaultValue")
    SubElement(default, "value").text = "0"
    told = {"FEEDBACK": _cardinality(item), "EXPLANATION": "single"} if item.choices else {"EXPLANATION": "single"}
    for name, cardinality in told.items():
        names = {"identifier": name, "cardinality": cardinality, "baseType": "identifier"}
        SubElement(root, "outcomeDeclaration", names)


def _choices(body: Element, item: Item) -> None:
    most = "0" if item.kind == "several" else "1"  # 0 means any number
    names = {"responseIdentifier": "RESPONSE", "shuffle": "false", "maxChoices": most}
    interaction = SubElement(body, "choiceInteraction", names)
    for name, choice in _named(item):
        option = fromstring(f"<simpleChoice>{choice.text}</simpleChoice>")
        option.set("identifier", name)
        interaction.append(option)


def _put_gaps(element: Element, left: Iterator[str]) -> None:
    """Replace each blank with a text entry, in the order of the text."""
    children, text = list(element), element.text
    element[:] = []
    element.text = None
    _put(element, text, left)
    for child in children:
        tail, child.tail = child.tail, None
        element.append(child)
        _put_gaps(child, left)
        _put(element, tail, left)


def _put(parent: Element, text: str | None, left: Iterator[str]) -> None:
    first, *rest = (text or "").split(BLANK_TOKEN)
    add_text(parent, first)
    for part in rest:
        parent.append(_entry(next(left)))
        add_text(parent, part)


def _entry(response: str) -> Element:
    return Element("textEntryInteraction", {"responseIdentifier": response, "expectedLength": str(_WIDTH)})


def _accepts(parent: Element, response: str, texts: tuple[str, ...]) -> None:
    """A condition that holds if the response is one of the texts; the first is its correct response."""
    if len(texts) > 1:
        parent = SubElement(parent, "or")
    for number, text in enumerate(texts):
        same = SubElement(parent, "stringMatch", {"caseSensitive": "false"})
        SubElement(same, "variable", {"identifier": response})
        if number:
            _base(same, "string", text)
        else:
            SubElement(same, "correct", {"identifier": response})


def _processing(root: Element, item: Item) -> None:
    """One point for the complete answer, none for a part of it, as on the site; then the feedback."""
    processing = SubElement(root, "responseProcessing")
    found = SubElement(SubElement(processing, "responseCondition"), "responseIf")
    if item.accepted:
        for response, texts in zip(_responses(item), item.accepted, strict=True):
            _accepts(found, response, texts)
    else:
        same = SubElement(found, "match")
        SubElement(same, "variable", {"identifier": "RESPONSE"})
        SubElement(same, "correct", {"identifier": "RESPONSE"})
    if len(found) > 1:
        both = Element("and")
        both.extend(found)
        found[:] = [both]
    _base(SubElement(found, "setOutcomeValue", {"identifier": "SCORE"}), "float", "1")
    if item.choices:
        chosen = SubElement(processing, "setOutcomeValue", {"identifier": "FEEDBACK"})
        SubElement(chosen, "variable", {"identifier": "RESPONSE"})
    _base(SubElement(processing, "setOutcomeValue", {"identifier": "EXPLANATION"}), "identifier", "explanation")


def _base(parent: Element, base: str, value: str) -> None:
    SubElement(parent, "baseValue", {"baseType": base}).text = value


def _feedback(root: Element, outcome: str, name: str, text: str) -> None:
    if text:
        names = {"outcomeIdentifier": outcome, "identifier": name, "showHide": "show"}
        SubElement(root, "modalFeedback", names).extend(_blocks(text))


def _blocks(text: str) -> list[Element]:
    """The paragraphs, lists, and so on of a text, without an element around them."""
    return list(fromstring(f"<div>{text}</div>"))
