"""Write a file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_atomically(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Replace a file in one step: it is written completely or not at all, even if two programs write it at once."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        file.write(content)
    try:
        os.chmod(file.name, mode)
        os.replace(file.name, path)
    except OSError:
        os.unlink(file.name)
        raise
