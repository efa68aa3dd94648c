"""Write the guide for other programs: Anki, Moodle, Canvas, Blackboard, spreadsheets, and your own.

The files contain links to the site only if its address is known, from --site-url or, as in mkdocs.yml, the variable
SITE_URL. A guide with problems is not exported.

Exit code 0: everything is written; 1: the guide has problems; 2: something could not be read or written, or the command
was mistyped.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from output import Refused, valid_guide, write_files
from study.content.git import changed_at
from study.exports import FOLDER
from study.exports.files import files
from study.exports.items import left_out
from study.render.fragments import Fragments


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    docs = Path(options.docs)
    try:
        guide = valid_guide(docs)
        for question, reason in left_out(guide):  # a comment in the page allows this problem
            place = question.place
            print(f"{docs}/{place.path}:{place.line}:{place.column}: not exported, for {reason}", file=sys.stderr)
        write_files(Path(options.to), files(guide, Fragments(guide, options.site_url), changed_at(docs, os.environ)))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return refused.code
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("docs", nargs="?", default="docs", help="the folder of Markdown pages (default: docs)")
    add("--to", metavar="FOLDER", default=f"site/{FOLDER}", help=f"where to write (default: site/{FOLDER})")
    address = os.environ.get("SITE_URL", "")
    add("--site-url", metavar="URL", type=_address, default=address, help="the site's address (default: $SITE_URL)")
    return parser


def _address(text: str) -> str:
    """Check an address. argparse calls this for the default too."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if text and not (parts.scheme in ("http", "https") and parts.netloc):
        raise argparse.ArgumentTypeError(f'"{text}" is not an address; write for example https://example.org/study/')
    return text


if __name__ == "__main__":
    sys.exit(main())
