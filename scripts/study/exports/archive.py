"""Zip files whose bytes depend only on the files in them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_RIGHTS = 0o644 << 16  # read for all, write for the owner, as Unix programs store it


def archive(files: Mapping[str, bytes]) -> bytes:
    """The files in the order given, dated 1 January 1980, the default of `ZipInfo`."""
    written = BytesIO()
    with ZipFile(written, "w") as made:
        for path, content in files.items():
            info = ZipInfo(path)
            info.create_system = 3  # Unix, on every machine
            info.external_attr = _RIGHTS
            made.writestr(info, content, ZIP_DEFLATED)
    return written.getvalue()
