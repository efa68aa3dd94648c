"""Build the site a second time, for a folder without a server, and put it into one zip file beside the exports.

The same site gives the same bytes. Exit code 0: it is written; 1: the site could not be built; 2: it could not be
written, or the site is not built yet.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from study.exports import FOLDER, OFFLINE
from study.exports.archive import archive

ROOT = Path(__file__).parent.parent


def main(site: Path = ROOT / "site") -> int:
    target = site / FOLDER / OFFLINE
    if not target.parent.is_dir():
        print(f"{target.parent} is missing; run make build, which builds the site first", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder]
        made = subprocess.run(command, cwd=ROOT, env={**os.environ, "OFFLINE": "true"}, check=False)
        if made.returncode:
            return 1
        content = archive({f"site/{name}": path.read_bytes() for name, path in _files(Path(folder))})
    try:
        target.write_bytes(content)
    except OSError as error:
        print(f"{target}: {error.strerror}", file=sys.stderr)
        return 2
    return 0


def _files(folder: Path) -> list[tuple[str, Path]]:
    """The pages and what they need: neither other files to take away nor what only servers and search engines read."""
    found = ((path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*")) if path.is_file())
    return [(name, path) for name, path in found if not _left_out(name)]


def _left_out(name: str) -> bool:
    return name.startswith((f"{FOLDER}/", "sitemap.")) or name in ("404.html", "search/search_index.json")


if __name__ == "__main__":
    sys.exit(main())
