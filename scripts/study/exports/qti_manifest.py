"""Shared by the two QTI packages: their manifest, and names that XML allows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

_NAMESPACE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_NO_NAME = re.compile(r"[^A-Za-z0-9._-]")


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the package, and the names of the resources that it uses."""

    identifier: str
    type: str
    path: str
    uses: tuple[str, ...] = ()


def identifier(id: str) -> str:
    """An id as a valid XML name, which does not begin with a digit. Different ids have different names."""
    name = _NO_NAME.sub(lambda sign: f"_{ord(sign[0]):x}_", id.replace("_", "_5f_"))
    return name if re.match(r"[A-Za-z_]", name) else f"_{name}"


def manifest(schema: str, version: str, resources: Iterable[Resource]) -> Element:
    root = Element("manifest", {"xmlns": _NAMESPACE, "identifier": "manifest"})
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = schema
    SubElement(metadata, "schemaversion").text = version
    SubElement(root, "organizations")
    listed = SubElement(root, "resources")
    for resource in resources:
        names = {"identifier": resource.identifier, "type": resource.type, "href": resource.path}
        element = SubElement(listed, "resource", names)
        SubElement(element, "file", {"href": resource.path})
        for used in resource.uses:
            SubElement(element, "dependency", {"identifierref": used})
    return root


def xml(root: Element) -> bytes:
    text: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"
