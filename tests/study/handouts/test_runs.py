from __future__ import annotations

import pydyf
from study.handouts.typeset.runs import joined_marks, joined_text


def marked(number: int, *inside: object) -> list[object]:
    return ["/Span", pydyf.Dictionary({"MCID": number}), b"BDC", *inside, b"EMC"]


def text(place: bytes, shown: bytes, font: bytes = b"/F 12 Tf") -> list[bytes]:
    return [b"BT", b"1 0 0 -1 " + place + b" Tm", font, shown, b"ET"]


def test_marks_that_follow_one_another_are_one_and_the_rest_is_numbered_anew() -> None:
    parts = [*marked(0, b"a"), *marked(1, b"b"), b"q", *marked(4, b"c"), *marked(3, b"d")]
    kept, numbers = joined_marks(parts, lambda first, second: second == first + 1)
    assert kept == [*marked(0, b"a", b"b"), b"q", *marked(1, b"c"), *marked(2, b"d")]
    assert numbers == {0: 0, 4: 1, 3: 2}


def test_a_mark_after_something_else_is_its_own_nope() -> None:
    parts = [*marked(0, b"a"), b"Q", *marked(1, b"b")]
    assert joined_marks(parts, lambda first, second: True) == (parts, {0: 0, 1: 1})


def test_an_artifact_stays_and_joins_nothing_nope() -> None:
    parts = ["/Artifact", b"BMC", b"a", b"EMC", *marked(0, b"b"), "/Artifact", b"BMC", b"c", b"EMC"]
    assert joined_marks(parts, lambda first, second: True) == (parts, {0: 0})


def test_a_line_is_placed_from_the_one_before() -> None:
    parts = [*text(b"68.031496 97.154907", b"[<0001>] TJ"), *text(b"70 112.754", b"[<0002>] TJ")]
    assert list(joined_text(parts)) == [
        *(b"BT", b"1 0 0 -1 68.03 97.15 Tm", b"/F 12 Tf", b"[(\x00\x01)] TJ"),
        *(b"1.97 -15.6 Td", b"[(\x00\x02)] TJ", b"ET"),
    ]


def test_what_is_turned_or_drawn_between_keeps_its_place_nope() -> None:
    turned = [b"BT", b"0 1 1 0 5.1234 6 Tm", b"[<0003>] TJ", b"ET"]
    assert list(joined_text([*turned, b"q", *turned])) == [
        *(b"BT", b"0 1 1 0 5.12 6 Tm", b"[(\x00\x03)] TJ", b"ET", b"q"),
        *(b"BT", b"0 1 1 0 5.12 6 Tm", b"[(\x00\x03)] TJ", b"ET"),
    ]


def test_another_font_is_named() -> None:
    parts = [*text(b"1 2", b"[<0001>] TJ"), *text(b"1 2", b"[<0001>] TJ", b"/G 9 Tf")]
    assert [part for part in joined_text(parts) if part.endswith(b" Tf")] == [b"/F 12 Tf", b"/G 9 Tf"]


def test_bytes_that_mean_something_in_a_text_are_escaped() -> None:
    assert list(joined_text([b"[<0028>-50<295c>0<0d0a>0] TJ"])) == [rb"[(" + b"\x00\\()-50(\\)\\\\\\r\n)] TJ"]


def test_letters_are_moved_in_steps_that_add_up() -> None:
    (moved,) = joined_text([b"[<01>-4<02>-4<03>17<04>3<05>28] TJ"])
    assert moved == b"[(\x01\x02)-10(\x03)20(\x04\x05)30] TJ"
