"""A record sent to another device as links: it arrives complete, in any order, and a damaged link adds nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from in_browser import DAY, EVENING, FULL, KEY, Context, rows, small, take_file, violations_in_both_schemes, wait_until
from playwright.sync_api import Page, expect
from transfer_page import MANY, follow, links, long, opened, rated, record, says, stored


@pytest.fixture
def page(context: Context, site: str) -> Page:
    return opened(context(timezone_id="Europe/London"), site)


def test_a_link_asks_before_it_adds_and_then_adds_once(page: Page, site: str) -> None:
    (link,) = links(page, site, record(rated(1), rated(2, "term:bias:name")))
    page.goto(link)
    says(page, "A record from another device: 2 events, the last of November 14, 2026.")
    assert page.url == site + "review/"  # no history keeps the record
    assert stored(page) == 0
    assert violations_in_both_schemes(page) == []
    assert small(page.locator("#review-arrival button")) == []
    page.get_by_role("button", name="Add it to mine").click()
    says(page, "Imported: 2 events were added.")
    assert stored(page) == 2
    page.goto(link)
    page.get_by_role("button", name="Add it to mine").click()
    says(page, "Everything in the link was already here.")
    assert stored(page) == 2


def test_a_link_replaces_what_changed_only_on_the_other_device(context: Context, site: str) -> None:
    made = context(timezone_id="Europe/London")
    page = opened(made, site)
    own = [
        ["here-a-1", EVENING - DAY, "drafted", "answer:data-engineer-duties", "Mine"],
        ["here-a-2", EVENING - DAY, "set", "setting:daily", 7],
    ]
    text = ",\n".join(json.dumps(row) for row in (["study", 3, 0], *own))
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.reload()
    theirs = [
        ["other1-tab1-5", EVENING - 2, "drafted", "answer:data-engineer-duties", "Theirs"],
        ["other1-tab1-6", EVENING - 1, "set", "setting:daily", 35],
    ]
    page.goto(*links(page, site, record(*theirs, seen={"here": 1})))  # it knows the text here, and not the setting
    says(
        page, "A text or setting that you changed only on the other device replaces the one here. If you changed it on"
    )
    page.get_by_role("button", name="Add it to mine").click()
    says(page, "1 text or setting differs from what is here. Yours is unchanged")
    assert rows(page, "drafted") == [["answer:data-engineer-duties", "Theirs"]]
    expect(page.locator("#review-tally")).to_have_text("7 new")


def test_the_reader_may_say_no(page: Page, site: str) -> None:
    page.goto(*links(page, site, record(rated(1))))
    page.get_by_role("button", name="Do not add it").click()
    says(page, "Nothing was added.")
    assert stored(page) == 0


def test_a_long_record_comes_in_parts_in_any_order_one_of_them_twice(context: Context, site: str) -> None:
    made = context(timezone_id="Europe/London")
    page = opened(made, site)
    parts = links(page, site, long())
    assert len(parts) > 2 and max(map(len, parts)) < 4096
    last, *others = reversed(parts)
    page.goto(last)
    says(page, f"Part {len(parts)} of {len(parts)} is here. Open the other links too. Still missing: parts 1, 2")
    assert violations_in_both_schemes(page) == []
    page.goto(last)
    says(page, f"Part {len(parts)} of {len(parts)} was already here.")
    for link in others:
        page = opened(made, site)  # another tab, as a mail program opens it
        page.goto(link)
    says(page, f"{MANY - 1:,} events")
    page.get_by_role("button", name="Add it to mine").click()
    says(page, f"Imported: {MANY - 1:,} events were added.")
    assert stored(page) == MANY - 1
    assert page.evaluate("Object.keys(localStorage).filter(key => key.endsWith('.arriving'))") == []


def test_parts_of_two_records_are_kept_apart(page: Page, site: str) -> None:
    one = links(page, site, long())
    other = links(page, site, record(*(rated(n, f"term:u{n * 7919 % 997}:name") for n in range(1, MANY))))
    for link in one[:-1]:
        follow(page, link)
    page.goto(other[0])
    says(page, f"Part 1 of {len(other)} is here.")
    says(page, "It belongs to a different record than the links that you opened before. Those are kept.")
    page.goto(one[-1])
    says(page, "A record from another device")
    assert stored(page) == 0


DAMAGED = "This link is damaged"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda link: link[:-3], DAMAGED),
        (lambda link: link[:-1] + ("A" if link[-1] != "A" else "B"), DAMAGED),
        (lambda link: link.replace(".1.1.", ".1.2."), DAMAGED),
        (lambda link: link.split("=")[0] + "=", DAMAGED),
        (lambda link: link.split("=")[0] + "=<img src=x onerror=alert(1)>", DAMAGED),
        (lambda link: link.split("=")[0] + "=" + "9" * 100_000, DAMAGED),
    ],
    ids=["cut off", "changed", "another number", "empty", "html", "long"],
)
def test_a_damaged_link_is_one_line_and_adds_nothing(change: Any, line: str, page: Page, site: str) -> None:
    (link,) = links(page, site, record(rated(1)))
    page.goto(change(link))
    says(page, line)
    assert stored(page) == 0
    page.goto(link)
    says(page, "A record from another device: 1 event")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("not JSON", "Nothing was imported: the link is not JSON."),
        (record(["a-0", EVENING, "rated", "__proto__", 3]), "event 1 of the link is not about anything on this site."),
        (record(version=4), "Nothing was imported: the link is from a newer version of this site."),
        (record(), "The link is an export of an empty record: there was nothing to import."),
        ("[" * 25_000_000, "The links do not belong together."),
    ],
    ids=["no json", "wrong row", "newer", "empty", "a bomb"],
)
def test_what_a_link_holds_keeps_to_the_rules_of_a_file(text: str, line: str, page: Page, site: str) -> None:
    parts = links(page, site, text)
    for link in parts:
        follow(page, link)
    says(page, line)
    assert stored(page) == 0


def test_parts_that_were_put_together_from_two_records_add_nothing(page: Page, site: str) -> None:
    """Each part is in order, but the whole is not what was sent."""
    parts = page.evaluate(
        """async ([root, text]) => {
          const {pack, readPart, addPart, unpack} = await import(`${root}assets/javascripts/study/transfer.js`)
          const parts = (await pack(text)).map(readPart)
          let waiting = []
          for (const part of parts) waiting = addPart(waiting, {...part, data: part.data.replaceAll('A', 'B')}, 1).waiting
          return unpack(waiting[0])
        }""",
        [site, long()],
    )
    assert parts is None


@pytest.mark.parametrize("text", ["x", "null", "[1]", '[{"id": 1}]', '{"a": 1}'])
def test_what_waits_and_cannot_be_read_is_nothing(text: str, page: Page, site: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key + '.arriving', text)", [KEY, text])
    page.goto(links(page, site, long())[0])
    says(page, "Part 1 of")


def test_without_storage_the_parts_of_one_page_still_come_together(context: Context, site: str) -> None:
    made = context(timezone_id="Europe/London")
    made.add_init_script(FULL)
    page = opened(made, site)
    for link in links(page, site, long()):
        page.evaluate("link => (location.hash = new URL(link).hash)", link)
        expect(page.locator("#review-arrival")).to_be_visible()
        wait_until(page, "!location.hash")
        page.wait_for_timeout(100)
    says(page, "A record from another device")


def test_a_record_is_copied_as_a_link_that_opens_on_another_device(context: Context, site: str) -> None:
    made = context(timezone_id="Europe/London", permissions=["clipboard-read", "clipboard-write"])
    page = opened(made, site)
    page.get_by_text("Your data", exact=True).click()
    page.get_by_role("button", name="Copy a link").click()
    told = page.locator("#review-told")
    expect(told).to_have_text("There is nothing to send yet: your record is empty.")
    page.get_by_role("button", name="Show the answer").click()
    page.locator("#review-rate [value='3']").click()
    page.get_by_role("button", name="Copy a link").click()
    expect(told).to_have_text(
        "Copied. Open the link on your other device. It holds your whole record, so send it only to yourself."
    )
    link = page.evaluate("navigator.clipboard.readText()")
    other = opened(context(timezone_id="Europe/London"), site)
    other.goto(link)
    other.get_by_role("button", name="Add it to mine").click()
    says(other, "Imported: 1 event was added.")
    expect(other.locator("#review-tally")).to_have_text("19 new · 1 done today")


def test_a_long_record_is_copied_link_by_link(context: Context, site: str) -> None:
    made = context(timezone_id="Europe/London", permissions=["clipboard-read", "clipboard-write"])
    page = opened(made, site)
    take_file(page, {"name": "study.json", "mimeType": "application/json", "buffer": long().encode()})
    expect(page.locator("#review-told")).to_contain_text("Imported")
    page.get_by_text("Your data", exact=True).click()
    page.get_by_role("button", name="Copy a link").click()
    expect(page.locator("#review-told")).to_contain_text("Copy each, and open all of them on your other device")
    first = page.get_by_role("button", name="Copy link 1 of")
    expect(first).to_be_focused()
    first.click()
    expect(page.locator("#review-told")).to_contain_text("Copied link 1 of")
    assert "#record=1." in page.evaluate("navigator.clipboard.readText()")
    assert violations_in_both_schemes(page) == []


@pytest.mark.parametrize(
    "refuse",
    [
        "void (navigator.clipboard.write = async () => { throw new DOMException('no') })",
        "void Object.defineProperty(navigator, 'clipboard', {value: undefined})",
    ],
    ids=["refused", "no clipboard, as without https"],
)
def test_where_the_page_may_not_copy_the_link_is_there_to_be_copied(refuse: str, page: Page) -> None:
    page.evaluate(refuse)
    page.get_by_role("button", name="Show the answer").click()
    page.locator("#review-rate [value='3']").click()
    page.get_by_text("Your data", exact=True).click()
    page.get_by_role("button", name="Copy a link").click()
    expect(page.get_by_label("The link")).to_be_focused()
    expect(page.locator("#review-told")).to_contain_text("This browser did not allow the page to copy the link.")
    assert violations_in_both_schemes(page) == []


def test_a_copy_is_offered_before_the_browser_may_delete_the_record(context: Context, site: str) -> None:
    made = context(timezone_id="Europe/London")
    page = opened(made, site)
    page.evaluate(
        'key => localStorage.setItem(key, \'["study",3,0],\\n["a-b-1",1795400000000,"set","setting:daily",1]\')', KEY
    )
    page.reload()
    page.get_by_role("button", name="Show the answer").click()
    page.locator("#review-rate [value='3']").click()
    offer = page.locator("#review-backup")
    expect(offer).to_contain_text("delete what a site stored after seven days without a visit")
    with page.expect_download():
        offer.get_by_role("button", name="Save a copy now").click()
    expect(offer).to_be_hidden()
    page.clock.set_fixed_time((EVENING + 6 * DAY) / 1000)
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.get_by_role("button", name="Show the answer").click()
    page.locator("#review-rate [value='3']").click()
    expect(offer).to_be_visible()
