"""The pictures that pages place, in black and white: drawn on paper where their text alternative would be too long."""

from __future__ import annotations

import re
from html import escape

from ..content.guide import Guide
from ..render.pictures import NAMES, drawings_of
from ..render.pictures.drawing import WIDTH, Drawing

_MARK = re.compile("<p>\x02picture ([\\w-]+)\x03</p>")
# An inline picture does not see the stylesheet of its page in every program that makes PDF. In WeasyPrint 70, `font`
# would win over every `font-size`.
_STYLE = (
    "text{font-size:12px;font-family:'Liberation Sans',Arial,sans-serif;fill:#000}.head{font-weight:700;font-size:14px}"
    ".strong,.value,.owner{font-weight:700}.count,.open-mark{font-weight:700;font-size:15px}.note{fill:#333}"
    "path{fill:none;stroke:#333;stroke-width:1.5}.rail,.rule{stroke:#999;stroke-width:1}.axis{stroke-width:1}"
    ".old,.cell,.option,.box,.state,.band{fill:#f2f2f2;stroke:#777;stroke-width:1}"
    ".new,.known,.leaves{fill:#444;stroke:#444}.filled,.future,.granted{fill:#eee;stroke:#777}"
    ".copies,.option.live,.option.small,.band.trains,.state.same{fill:#d9d9d9;stroke:#333}.copies{stroke-dasharray:4 3}"
    ".stays,.record,.pair,.step{fill:#fff;stroke:#333;stroke-width:1.5}.pair{stroke-width:.7}.pair.in-order{fill:#ccc}"
    ".called-area{fill:#e2e2e2;stroke:none}.threshold,.tick{stroke:#000;stroke-width:2}.curve,.after{stroke:#000;stroke-width:2.5}"
    ".alarm{stroke:#000;stroke-width:2;stroke-dasharray:5 3}.before,.back{stroke-dasharray:5 3}"
    ".unknown{fill:none;stroke:#333;stroke-dasharray:3 2}.cell.right,.box.fine{stroke:#000;stroke-width:2}"
    ".box.off,.step.gate{stroke:#000;stroke-width:2.2;stroke-dasharray:6 3}.record.used{stroke:#000;stroke-width:3}"
    ".open{fill:none;stroke:#000;stroke-width:2.5}.stripe{fill:#444;stroke:none}.lane{stroke:#777}"
    ".halo text{fill:#fff;stroke:#fff;stroke-width:4}"
)
_ON = re.compile(r'<text class="[^"]*\bon\b[^"]*"[^>]*>[^<]*</text>')  # words on a line, which must not cross them
_HALO = r'<g class="halo">\g<0></g>\g<0>'
_RULE = re.compile(r"([^{}]+)(\{[^{}]*\})")
_OWN = _RULE.sub(  # in a browser, it applies to all pictures of the page
    lambda rule: ",".join(f".drawn {selector}" for selector in rule[1].split(",")) + rule[2], _STYLE
)


def mark(name: str) -> str:
    """What takes a picture's place in Markdown until it is HTML; empty for an unknown name."""
    return f"\x02picture {name}\x03" if name in NAMES else ""


def with_drawings(html: str, guide: Guide) -> str:
    """The HTML with pictures in place of their marks; the caption follows as a paragraph."""
    return _MARK.sub(lambda found: _figure(found[1], guide), html)


def _figure(name: str, guide: Guide) -> str:
    drawings = drawings_of(name, guide)
    kind = "drawn" if len(drawings) > 1 else "drawn single"
    return f'<figure class="{kind} picture-{name}">{"".join(map(_svg, drawings))}</figure>'


def _svg(drawing: Drawing) -> str:
    words = f"{drawing.title}. {drawing.text}"  # of a PDF, programs read the title alone
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="drawn" viewBox="-1 -1 {WIDTH + 2} {drawing.height + 2}"'
        f' role="img" aria-label="{escape(words)}"><title>{escape(words, quote=False)}</title><style>{_OWN}</style>'
        f"{_ON.sub(_HALO, drawing.body)}</svg>"
    )
