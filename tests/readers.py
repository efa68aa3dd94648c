"""Readers of our exports, written from the specifications of the formats rather than from our writers."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from xml.etree import ElementTree


@dataclass
class Asked:
    """A question as another program understands it: text as HTML, options by weight."""

    id: str
    title: str
    text: str
    options: list[tuple[str, float, str]] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    told: str = ""
    category: str = ""


def words(html: str) -> str:
    """The text of HTML, with its white space."""
    parser = HTMLParser()
    pieces: list[str] = []
    parser.handle_data = pieces.append  # type: ignore[method-assign]
    parser.feed(html)
    parser.close()
    return "".join(pieces)


def gift(text: str) -> list[Asked]:
    """GIFT as Moodle reads it (question/format/gift/format.php): escapes away, split at marks, escapes back."""
    hidden = {"\\\\": "\x10", "\\:": "\x11", "\\#": "\x12", "\\=": "\x13", "\\{": "\x14", "\\}": "\x15", "\\~": "\x16"}
    hidden["\\n"] = "\x17"
    for typed, stand_in in hidden.items():
        text = text.replace(typed, stand_in)

    def shown(part: str) -> str:
        for typed, stand_in in hidden.items():
            part = part.replace(stand_in, "\n" if typed == "\\n" else typed[1:])
        return part.strip()

    found, category = [], ""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in block.split("\n") if not line.startswith("//")]
        if lines and lines[0].startswith("$CATEGORY: "):
            category = lines.pop(0).removeprefix("$CATEGORY: ")
        if not "".join(lines).strip():
            continue
        match = re.fullmatch(r"\s*::(.*?)::\[html\](.*?)\{(.*?)\}\s*", "\n".join(lines), re.DOTALL)
        assert match, block
        answers, _, told = match[3].partition("####")
        one = Asked(shown(match[1]), "", shown(match[2]), told=shown(told), category=category)
        for sign, weight, answer in re.findall(r"([=~])(?:%(-?[\d.]+)%)?([^=~]*)", answers):
            option, _, reason = answer.partition("#")
            if "~" in answers:
                share = float(weight) if weight else 100.0 * (sign == "=")
                one.options.append((shown(option), share, shown(reason)))
            else:
                assert "->" not in answers
                one.accepted.append(shown(option))
        found.append(one)
    return found


def _package(content: bytes) -> dict[str, ElementTree.Element]:
    """The files of a content package, each named in its manifest exactly once, and nothing else."""
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        roots = {name: ElementTree.fromstring(zipped.read(name)) for name in zipped.namelist()}
    manifest = roots.pop("imsmanifest.xml")
    for root in roots.values():
        namespace, _, schema = root.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", "").partition(" ")
        assert root.tag.startswith(f"{{{namespace}}}") and schema.endswith(".xsd")
    space = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
    resources = manifest.findall(f"{space}resources/{space}resource")
    names = [resource.get("identifier") for resource in resources]
    assert len(set(names)) == len(names)
    assert sorted(resource.get("href", "") for resource in resources) == sorted(roots)
    assert {used.get("identifierref") for used in manifest.iter(f"{space}dependency")} <= set(names)
    return roots


def qti12(content: bytes) -> list[Asked]:
    """QTI 1.2 by the paths at which Canvas looks (https://github.com/instructure/qti)."""
    found = []
    for root in _package(content).values():
        for element in root.iter():
            element.tag = element.tag.removeprefix("{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}")
        for item in root.iter("item"):
            found.append(_item12(item, root.find("assessment")))
    return found


def _item12(item: ElementTree.Element, assessment: ElementTree.Element | None) -> Asked:
    assert assessment is not None
    text = item.findtext("presentation/material/mattext", "")
    one = Asked(item.get("ident", ""), item.get("title", ""), text, category=assessment.get("title", ""))
    told = {
        feedback.get("ident"): feedback.findtext("flow_mat/material/mattext", "")
        for feedback in item.findall("itemfeedback")
    }
    shown = {
        display.get("linkrefid"): condition
        for condition in item.findall("resprocessing/respcondition")
        for display in condition.findall("displayfeedback")
    }
    assert shown.keys() == told.keys()
    for ident, condition in shown.items():  # a reason is for those who choose its option, the explanation for everyone
        chosen = condition.findtext("conditionvar/varequal")
        assert ident == ("general_fb" if condition.find("conditionvar/other") is not None else f"{chosen}_fb")
    one.told = told.get("general_fb", "")
    (scoring,) = [condition for condition in item.iter("respcondition") if condition.find("setvar") is not None]
    wrong = {equal.text for equal in scoring.findall(".//not/varequal")}
    right = [equal.text or "" for equal in scoring.iter("varequal") if equal.text not in wrong]
    idents = {equal.get("respident") for equal in item.iter("varequal")}
    assert idents == {
        response.get("ident") for kind in ("response_lid", "response_str") for response in item.iter(kind)
    }
    for label in item.findall(".//response_lid/render_choice/response_label"):
        ident = label.get("ident")
        one.options.append((label.findtext("material/mattext", ""), float(ident in right), told.get(f"{ident}_fb", "")))
    one.accepted = [] if one.options else [equal.text or "" for equal in scoring.findall("conditionvar/varequal")]
    return one


def qti21(content: bytes) -> list[Asked]:
    """QTI 2.1 by its information model, with what its processing would say to each answer."""
    space = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
    roots = _package(content)
    for root in roots.values():
        for element in root.iter():
            element.tag = element.tag.removeprefix(space)
    found = []
    for test in (root for root in roots.values() if root.tag == "assessmentTest"):
        for reference in test.iter("assessmentItemRef"):
            item = roots[reference.get("href", "")]
            assert item.get("identifier") == reference.get("identifier")
            found.append(_item21(item, test.get("title", "")))
    assert len(found) == sum(root.tag == "assessmentItem" for root in roots.values())
    return found


def _inner(element: ElementTree.Element) -> str:
    return escape(element.text or "") + "".join(ElementTree.tostring(child, encoding="unicode") for child in element)


def _item21(item: ElementTree.Element, category: str) -> Asked:
    one = Asked(item.get("identifier", ""), item.get("title", ""), "", category=category)
    outcomes = {outcome.get("identifier") for outcome in item.iter("outcomeDeclaration")}
    assert {value.get("identifier") for value in item.iter("setOutcomeValue")} == outcomes
    told = {feedback.get("identifier"): _inner(feedback) for feedback in item.iter("modalFeedback")}
    one.told = told.pop("explanation", "")
    right = [value.text or "" for value in item.findall("responseDeclaration/correctResponse/value")]
    body = item.find("itemBody")
    assert body is not None
    declared = [response.get("identifier") for response in item.iter("responseDeclaration")]
    asked = [element.get("responseIdentifier") for element in body.iter() if element.get("responseIdentifier")]
    assert declared == asked
    for choice in body.iter("simpleChoice"):
        ident = choice.get("identifier")
        one.options.append((_inner(choice), float(ident in right), told.pop(ident, "")))
    for interaction in body.findall("choiceInteraction"):
        body.remove(interaction)
    assert not told
    one.accepted = [] if one.options else right
    one.text = _inner(body)
    return one
