"""Interactive questions as an IMS QTI 1.2 package, for Canvas, Blackboard and others.

https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html, with the metadata that Canvas looks for. Each theme
is an assessment; each option shows its reason, and every answer shows the explanation.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from .archive import archive
from .items import Item, Theme, by_theme, gaps
from .qti_manifest import Resource, identifier, manifest, xml

_NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_SCHEMA = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"
_TYPES = {
    "single": "multiple_choice_question",
    "several": "multiple_answers_question",
    "blank": "short_answer_question",
}


def package(items: Iterable[Item]) -> bytes:
    files: dict[str, bytes] = {}
    resources = []
    for theme, own in by_theme(items):
        path = f"{identifier(theme.id)}.xml"
        files[path] = xml(_assessment(theme, own))
        resources.append(Resource(identifier(theme.id), "imsqti_xmlv1p2", path))
    return archive({"imsmanifest.xml": xml(manifest("IMS Content", "1.1.3", resources)), **files})


def _assessment(theme: Theme, items: list[Item]) -> Element:
    root = Element(
        "questestinterop",
        {
            "xmlns": _NAMESPACE,
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": f"{_NAMESPACE} {_SCHEMA}",
        },
    )
    assessment = SubElement(root, "assessment", {"ident": theme.id, "title": theme.title})
    _metadata(assessment, {"cc_maxattempts": "unlimited"})
    section = SubElement(assessment, "section", {"ident": "root_section"})
    section.extend(map(_item, items))
    return root


def _metadata(parent: Element, values: dict[str, str]) -> None:
    fields = SubElement(parent, "qtimetadata")
    for label, value in values.items():
        field = SubElement(fields, "qtimetadatafield")
        SubElement(field, "fieldlabel").text = label
        SubElement(field, "fieldentry").text = value


def _item(item: Item) -> Element:
    element = Element("item", {"ident": item.id, "title": item.title})
    values = {"points_possible": "1"}
    if len(item.accepted) < 2:  # Canvas reads several blanks only without a declared type
        values = {"question_type": _TYPES[item.kind], **values}
    _metadata(SubElement(element, "itemmetadata"), values)
    _presentation(element, item)
    _processing(element, item)
    for ident, told in _told(item).items():
        _material(SubElement(SubElement(element, "itemfeedback", {"ident": ident}), "flow_mat"), told)
    return element


def _presentation(element: Element, item: Item) -> None:
    shown = SubElement(element, "presentation")
    _material(shown, gaps(item.text))
    for response in _responses(item):
        if item.accepted:
            typed = SubElement(shown, "response_str", {"ident": response, "rcardinality": "Single"})
            field = SubElement(typed, "render_fib", {"fibtype": "String"})
            SubElement(field, "response_label", {"ident": f"{response}_answer"})
            continue
        cardinality = "Multiple" if item.kind == "several" else "Single"
        chosen = SubElement(shown, "response_lid", {"ident": response, "rcardinality": cardinality})
        options = SubElement(chosen, "render_choice")
        for choice in item.choices:
            _material(SubElement(options, "response_label", {"ident": choice.id}), choice.text)


def _processing(element: Element, item: Item) -> None:
    """The feedback, then the score. Every condition but the last lets the program evaluate the next one."""
    processing = SubElement(element, "resprocessing")
    outcomes = SubElement(processing, "outcomes")
    SubElement(outcomes, "decvar", {"varname": "SCORE", "vartype": "Decimal", "minvalue": "0", "maxvalue": "100"})
    told = _told(item)
    if "general_fb" in told:
        SubElement(_condition(processing, "Yes"), "other")
        _display(processing[-1], "general_fb")
    for choice in item.choices:
        if f"{choice.id}_fb" in told:
            _equal(_condition(processing, "Yes"), "response1", choice.id)
            _display(processing[-1], f"{choice.id}_fb")
    for texts in item.right_entries:
        right = _condition(processing, "No")
        for response, answer in zip(_responses(item), texts, strict=True):
            _equal(right, response, answer, case="No")
        _score(processing[-1])
    if item.choices:
        _score_choices(processing, item)


def _score_choices(processing: Element, item: Item) -> None:
    right = _condition(processing, "No")
    if item.kind == "several":
        right = SubElement(right, "and")  # Canvas looks for it here, and for typed answers in the condition
    for choice in item.choices:
        if choice.right:
            _equal(right, "response1", choice.id)
        elif item.kind == "several":
            _equal(SubElement(right, "not"), "response1", choice.id)
    _score(processing[-1])


def _score(condition: Element) -> None:
    SubElement(condition, "setvar", {"varname": "SCORE", "action": "Set"}).text = "100"


def _responses(item: Item) -> list[str]:
    return [f"response{number}" for number in range(1, max(1, len(item.accepted)) + 1)]


def _told(item: Item) -> dict[str, str]:
    """Feedback by the name under which Canvas looks for it."""
    told = {"general_fb": item.explanation, **{f"{choice.id}_fb": choice.reason for choice in item.choices}}
    return {ident: text for ident, text in told.items() if text}


def _condition(processing: Element, proceed: str) -> Element:
    return SubElement(SubElement(processing, "respcondition", {"continue": proceed}), "conditionvar")


def _equal(parent: Element, response: str, value: str, **attributes: str) -> None:
    SubElement(parent, "varequal", {"respident": response, **attributes}).text = value


def _display(condition: Element, ident: str) -> None:
    SubElement(condition, "displayfeedback", {"feedbacktype": "Response", "linkrefid": ident})


def _material(parent: Element, text: str) -> None:
    SubElement(SubElement(parent, "material"), "mattext", {"texttype": "text/html"}).text = text
