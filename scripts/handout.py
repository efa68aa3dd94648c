"""Write the printed editions of the guide, as pages and as PDF, as a build of the site does.

Exit code 0: everything is written; 1: the guide has problems; 2: something could not be read or written, or Pango is
missing, which PDF needs.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from delivery import Refused, deliver, sound_guide
from study.handouts import FOLDER, STYLESHEET, editions, pdf
from study.handouts.document import CSS, documents
from study.handouts.imprint import imprint
from study.history import changed_at, version

KEPT = Path(__file__).parent.parent / ".cache" / "handouts"


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    docs = Path(options.docs)
    try:
        if pdf.missing():
            raise Refused(pdf.missing())
        guide = sound_guide(docs)
        made = imprint(guide, os.environ.get("SITE_URL", ""), changed_at(docs, os.environ), version(docs))
        pages = documents(guide, editions(guide.pages), made, guide.nav or ())
        style = CSS.read_text(encoding="utf-8")
        files = {STYLESHEET: style.encode(), **{f"{name}.html": text.encode() for name, text in pages.items()}}
        files |= {f"{name}.pdf": content for name, content in pdf.pdfs(pages, style, made.site_url, KEPT).items()}
        deliver(Path(options.to), files)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return refused.code
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", nargs="?", default="docs", help="the folder of Markdown pages (default: docs)")
    where = f"site/{FOLDER}"
    parser.add_argument("--to", metavar="FOLDER", default=where, help=f"where to write (default: {where})")
    return parser


if __name__ == "__main__":
    sys.exit(main())
