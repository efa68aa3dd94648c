"""Write the printed editions of the guide as pages and as PDF, the same as a build of the site.

Exit code 0: everything is written; 1: the guide has problems; 2: something could not be read or written, or Pango is
missing, which PDF needs.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from output import Refused, valid_guide, write_files
from study.content.git import changed_at, version
from study.content.guide import Guide
from study.handouts import CSS, FOLDER, STYLESHEET, editions, pdf, typeset, with_pdf
from study.handouts.colophon import imprint
from study.handouts.document import documents
from study.site.security_policy import Policies

PDF_CACHE = Path(__file__).parent.parent / ".cache" / "handouts"


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    docs = Path(options.docs)
    try:
        if typeset.missing():
            raise Refused(typeset.missing())
        guide = valid_guide(docs)
        site_url = os.environ.get("SITE_URL", "")
        made = pages(guide, docs, site_url, guide.nav or ())
        style = CSS.read_text(encoding="utf-8")
        protected = Policies().protected
        files = {
            STYLESHEET: style.encode(),
            **{f"{name}.html": protected(text).encode() for name, text in made.items()},
        }
        printed = {name: made[name] for name in with_pdf(guide.pages)}
        files |= {f"{name}.pdf": content for name, content in pdf.pdfs(printed, style, site_url, PDF_CACHE).items()}
        write_files(Path(options.to), files)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return refused.code
    return 0


def pages(guide: Guide, docs: Path, site_url: str, order: Sequence[str]) -> dict[str, str]:
    """The HTML of each edition, by its name, dated by the last change in `docs`; `order` is the navigation's."""
    made = imprint(guide, site_url, changed_at(docs, os.environ), version(docs))
    return documents(guide, editions(guide.pages), made, order)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", nargs="?", default="docs", help="the folder of Markdown pages (default: docs)")
    where = f"site/{FOLDER}"
    parser.add_argument("--to", metavar="FOLDER", default=where, help=f"where to write (default: {where})")
    return parser


if __name__ == "__main__":
    sys.exit(main())
