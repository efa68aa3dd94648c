"""Pages to print: another document names the pages of parts of the learner handout."""

from __future__ import annotations

import subprocess
from pathlib import Path

from study.handouts import CSS, pdf
from study.handouts.print_pages import mark_end, named_editions, page_of, pages_of, with_print_pages

HEAD = '<html lang="en"><head><title>T</title></head>'


def part(id: str, lines: int) -> str:
    text = "<p>A line.</p>" * lines
    return f'<section class="part" id="{id}"><h2>{id}</h2>{text}{mark_end(id)}</section>'


def files(documents: dict[str, str], folder: Path) -> dict[str, bytes]:
    whole = {name: f"{HEAD}<body>{body}</body></html>" for name, body in documents.items()}
    return pdf.pdfs(whole, CSS.read_text(encoding="utf-8"), "", folder / "kept")


def text(content: bytes, folder: Path) -> str:
    path = folder / "file.pdf"
    path.write_bytes(content)
    shown = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(shown.split())


def test_a_document_names_the_pages_that_a_part_takes(tmp_path: Path) -> None:
    guide = f"<p>Print it{pages_of('long', 'long-end')}; then that{pages_of('last', 'last-end')}.</p>"
    documents = {"learner": part("first", 1) + part("long", 60) + part("last", 1), "trainer": guide}
    for _ in ("made", "kept"):
        assert "Print it, pages 2\N{EN DASH}3; then that, page 4." in text(
            files(documents, tmp_path)["trainer"], tmp_path
        )


def test_without_the_learner_handout_no_page_is_named(tmp_path: Path) -> None:
    shown = text(files({"trainer": f"<p>Print it{pages_of('a', 'b')}.</p>"}, tmp_path)["trainer"], tmp_path)
    assert "Print it." in shown


def test_a_page_on_screen_waits_for_nothing_and_shows_no_number() -> None:
    document = f"<p>{pages_of('a', 'a-end')}</p>"
    assert named_editions(document) == {"learner"} and named_editions("<p></p>") == frozenset()
    assert with_print_pages(document, {"learner": {"a": 7}}) == with_print_pages(document, {}) == "<p></p>"
    assert (
        with_print_pages(document, {"learner": {"a": 7, "a-end": 7}})
        == '<p><span class="print">,\N{NO-BREAK SPACE}page\N{NO-BREAK SPACE}7</span></p>'
    )


def test_a_document_waits_for_one_that_waits_for_another(tmp_path: Path) -> None:
    documents = {
        "trainer": f"<p>Print it{pages_of('one', 'one-end')}.</p>",
        "learner": part("zero", 1) + part("one", 1) + f"<p>Read it [readings{page_of('more', 'readings')}].</p>",
        "readings": part("first", 1) + part("more", 1),
    }
    made = files(documents, tmp_path)
    assert "Print it, page 2." in text(made["trainer"], tmp_path)
    assert "Read it [readings, p. 2]." in text(made["learner"], tmp_path)


def test_what_is_no_longer_kept_goes_with_its_pages(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    for number in range(70):
        (folder / f"{number}.pdf").write_bytes(b"")
        (folder / f"{number}.json").write_bytes(b"{}")
    files({"key": "<p>New.</p>"}, tmp_path)
    assert len(list(folder.glob("*.pdf"))) == len(list(folder.glob("*.json"))) == 60
