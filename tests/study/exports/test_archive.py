from __future__ import annotations

import io
import stat
import zipfile

from study.exports.archive import archive

FILES = {"a.txt": b"Text, text, text.\n" * 50, "ordner/\u00e4.html": "<p>\u00e4</p>".encode(), "empty": b""}


def test_another_program_reads_every_file_as_it_was() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(FILES))) as read:
        assert read.testzip() is None
        assert {info.filename: read.read(info) for info in read.infolist()} == FILES
        assert list(FILES) == read.namelist()


def test_files_have_no_time_and_can_be_read_by_all() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(FILES))) as read:
        for info in read.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert stat.S_IMODE(info.external_attr >> 16) == 0o644


def test_nothing_is_an_archive_too() -> None:
    assert zipfile.ZipFile(io.BytesIO(archive({}))).namelist() == []
