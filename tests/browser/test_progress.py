"""The reader's progress as numbers and a picture: on its own page, on the home page, and in the navigation."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from in_browser import DAY, EVENING, KEY, NO_STORAGE, Context, small, violations, violations_in_both_schemes, wait_until
from playwright.sync_api import Page, expect


def with_record(page: Page, site: str, *events: list[Any], path: str = "progress/", now: int = EVENING) -> Page:
    """A page whose log holds events of the evening: [kind, key, ...values]."""
    rows = [["study", 1, 0], *([f"other1-{n}", EVENING + n, *event] for n, event in enumerate(events))]
    page.goto(site + "assets/study.json")
    text = ",\n".join(json.dumps(row) for row in rows)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.clock.install(time=(now + 1000) / 1000)
    page.goto(site + path)
    return page


def numbers(page: Page, table: str, name: str) -> list[int]:
    """Seen, right, weak, due, all."""
    row = page.locator("tr").filter(has=page.get_by_role("rowheader", name=name, exact=True, include_hidden=True))
    return [int(text) for text in row.and_(page.locator(f"{table} tr")).locator("td").all_text_contents()]


def full(deck: dict[str, Any]) -> list[list[Any]]:
    questions = [f"question:{item['id']}" for item in deck["questions"]]
    cards = [f"term:{item['id']}:name" for item in deck["terms"]]
    return [
        *(["answered", key, n % 3 > 0, []] for n, key in enumerate(questions[:60])),
        *(["rated", card, 1 + n % 4] for n, card in enumerate(cards[:30])),
        *(["finished", f"exam:{n}", questions[:n], questions[20:30], 60 * n, "data-engineer train"] for n in range(12)),
        ["read", "page:workflow", True],
    ]


def test_without_a_record_the_page_tells_what_to_do_first(page: Page, site: str) -> None:
    page.goto(site + "progress/")
    expect(page.get_by_role("heading", name="Nothing yet")).to_be_visible()
    for name in ("Start the course", "Take a practice exam"):
        address = page.locator("#progress").get_by_role("link", name=name).get_attribute("href")
        assert address and page.request.get(address).ok


def test_what_was_answered_rated_and_ticked_is_counted_once(page: Page, site: str, deck: dict[str, Any]) -> None:
    one, other = (f"question:{item['id']}" for item in deck["questions"][:2])
    answer = deck["answers"][0]
    points = [id for id, _ in answer["points"]]
    with_record(
        page,
        site,
        ["answered", one, False, []],
        ["answered", one, True, []],
        ["answered", other, True, []],
        ["answered", other, False, []],
        ["ticked", f"answer:{answer['id']}", points[:1], points[1:]],
        ["rated", "term:lineage:name", 1],
        ["rated", "term:lineage:definition", 3],
    )
    total = 2 * len(deck["terms"]) + len(deck["answers"]) + len(deck["questions"])
    expect(page.locator(".progress-sum")).to_have_text(f"5 of {total} seen: 2 right, 3 weak.")


def test_what_left_the_site_is_not_counted(page: Page, site: str) -> None:
    gone = "question:gone-since"
    with_record(
        page,
        site,
        ["answered", gone, False, []],
        ["rated", "term:gone:name", 1],
        ["finished", "exam:1", [], [gone], 5, ""],
    )
    expect(page.get_by_role("heading", name="Nothing yet")).to_be_visible()


def test_the_picture_and_the_table_say_the_same(page: Page, site: str, deck: dict[str, Any]) -> None:
    with_record(page, site, *full(deck))
    for id, name in {**deck["personas"], **deck["stages"]}.items():
        seen, right, weak, _, of = numbers(page, "figure table", name)
        assert seen == right + weak <= of
        row = page.locator(f".progress-figure .row.{id}")
        expect(row.locator(".number")).to_have_text(f"{right} of {of}")
        for part, number in (("right", right), ("weak", weak)):
            width = row.locator(f".{part}").evaluate("part => part.style.width")
            assert float(width.removesuffix("%")) == pytest.approx(100 * number / of, abs=0.01)


def test_what_is_due_is_what_a_review_asks(page: Page, site: str) -> None:
    events = [["rated", f"term:{term}:{way}", 1] for term in ("lineage", "bias") for way in ("name", "definition")]
    with_record(page, site, *events, now=EVENING + 2 * DAY)
    expect(page.get_by_role("link", name="Review: 2 due, 18 new")).to_be_visible()
    seen, _, weak, due, _ = numbers(page, "#terms ~ table", "Lineage")
    assert (seen, weak, due) == (2, 2, 2)


def test_the_weakest_term_is_to_be_read_first(page: Page, site: str) -> None:
    with_record(page, site, ["rated", "term:bias:name", 3], ["rated", "term:lineage:name", 1])
    links = page.locator(".to-read a:first-child")
    expect(links).to_have_text(["Lineage"])
    address = links.first.get_attribute("href")
    assert address and address.endswith("glossary/lineage/")


def test_nothing_is_weak_is_said_only_where_it_is_so(page: Page, site: str) -> None:
    with_record(page, site, ["rated", "term:bias:name", 3])
    expect(page.locator("#progress")).to_contain_text("Nothing is weak.")
    with_record(page, site, ["rated", "term:bias:name", 1])
    expect(page.locator("#progress")).to_contain_text("1 weak")
    expect(page.locator("#progress")).not_to_contain_text("Nothing is weak.")


def test_a_question_counts_for_one_persona(page: Page, site: str, deck: dict[str, Any]) -> None:
    items = [*deck["answers"], *deck["questions"]]
    with_record(page, site, *full(deck))
    for id, name in deck["personas"].items():
        own = sum(item["persona"] == id for item in items)
        terms = sum(2 for term in deck["terms"] if id in term["personas"])
        assert numbers(page, "figure table", name)[4] == own + terms
    assert sum(item["persona"] in deck["personas"] for item in items) == len(items)


def test_the_last_exams_come_last_first_and_each_once(page: Page, site: str, deck: dict[str, Any]) -> None:
    right, wrong = (f"question:{item['id']}" for item in deck["questions"][:2])
    bad = "<img src=x onerror=\"document.title='bad'\">"
    with_record(
        page,
        site,
        ["finished", "exam:a", [right], [wrong], 600, "data-engineer train"],
        ["finished", "exam:b", [right], ["question:gone"], 30, bad],
        ["finished", "exam:b", [right], ["question:gone"], 30, bad],
    )
    lines = page.locator("#exams ~ table tbody tr").all_inner_texts()
    assert [line.split("\t")[1:] for line in lines] == [
        ["Everything", "1 of 1", "under 1 min"],
        ["Data Engineer, Train", "1 of 2", "10 min"],
    ]
    assert page.title() != "bad"


def test_another_tab_draws_the_page_anew(context: Context, site: str) -> None:
    browser = context()
    page = with_record(browser.new_page(), site, ["rated", "term:bias:name", 3])
    expect(page.locator(".progress-sum")).to_contain_text("1 of")
    other = browser.new_page()
    other.goto(site + "progress/")
    other.evaluate("async at => (await import(at)).log.add('rated', 'term:lineage:name', 3)", here(site))
    expect(page.locator(".progress-sum")).to_contain_text("2 of")


def here(site: str) -> str:
    return site + "assets/javascripts/study/browser-log.js"


def test_without_script_the_page_says_what_works(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + "progress/")
    expect(page.locator("#progress")).to_contain_text("it needs JavaScript")
    expect(page.locator(".pages").get_by_role("link", name="The workflow")).to_be_visible()


def test_without_storage_the_page_says_what_is_lost(page: Page, site: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(site + "progress/")
    expect(page.locator(".study-report")).to_contain_text("does not store your progress")
    page.goto(site)
    expect(page.locator(".home-progress")).to_have_count(0)


def test_the_keyboard_reaches_every_link_and_opens_what_is_folded(page: Page, site: str, deck: dict[str, Any]) -> None:
    with_record(page, site, *full(deck))
    page.locator("#progress a").first.focus()
    reached = set()
    for _ in range(1500):
        reached.add(page.evaluate("document.activeElement.textContent.trim()"))
        if page.evaluate("document.activeElement.localName") == "summary":
            page.keyboard.press("Enter")
            wait_until(page, "document.activeElement.parentElement.open")
        page.keyboard.press("Tab")
        if not page.evaluate("document.getElementById('progress').contains(document.activeElement)"):
            break
    closed = page.locator("#progress details:not([open])")
    expect(closed).to_have_count(0)
    assert set(map(str.strip, page.locator("#progress a").all_text_contents())) <= reached


def test_bars_can_be_told_apart_in_forced_colours(context: Context, site: str, deck: dict[str, Any]) -> None:
    page = with_record(context(forced_colors="active").new_page(), site, *full(deck))
    shown = "part => getComputedStyle(part).background"
    row = page.locator(".progress-figure .row").first
    right, weak = (row.locator(f".{part}").evaluate(shown) for part in ("right", "weak"))
    assert right != weak and "gradient" in weak


def test_every_state_is_accessible_and_no_wider_than_a_phone(context: Context, site: str, deck: dict[str, Any]) -> None:
    page = context(reduced_motion="reduce").new_page()

    page.goto(site + "progress/")
    expect(page.get_by_role("heading", name="Nothing yet")).to_be_visible()
    assert violations_in_both_schemes(page) == []
    with_record(page, site, *full(deck))
    expect(page.locator(".progress-sum")).to_be_visible()
    assert violations_in_both_schemes(page) == []
    page.evaluate("document.querySelectorAll('article details').forEach(details => details.open = true)")
    assert violations_in_both_schemes(page) == []
    assert small(page.locator("#progress :is(th a, li a, .md-button, summary)")) == []
    page.goto(site)
    expect(page.locator(".home-progress p").first).to_be_visible()
    assert violations_in_both_schemes(page) == []


def test_home_shows_nothing_and_loads_nothing_without_a_record(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site, wait_until="networkidle")
    assert page.locator(".home-progress").count() == 0
    assert not any("/study" in url for url in asked)


def test_home_says_where_you_stand_in_the_numbers_of_review(page: Page, site: str) -> None:
    events = [
        ["rated", "term:bias:name", 1],
        ["rated", "term:bias:definition", 1],
        ["answered", "question:x", True, []],
    ]
    with_record(page, site, *events, path="", now=EVENING + 2 * DAY)
    box = page.get_by_role("region", name="Where you stand")
    expect(box).to_contain_text("Questions answered: 1. Cards reviewed: 2.")
    expect(box.get_by_role("link", name="Review: 1 due, 19 new")).to_be_visible()
    expect(box.get_by_role("link", name="See where you stand")).to_have_attribute("href", site + "progress/")
    page.route("**/study.json", lambda route: route.abort())
    page.reload()
    expect(box.get_by_role("link", name="Review", exact=True)).to_be_visible()


def test_a_page_is_marked_as_read_and_the_navigation_shows_it(context: Context, site: str) -> None:
    page = context(width=1280).new_page()
    page.goto(site + "cases/bank/")
    button = page.get_by_role("button", name="I have read this page")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".md-nav--primary a.md-nav__link--active .done-mark")).to_be_visible()
    assert violations(page) == []
    page.goto(site + "cases/start-up/")
    expect(page.get_by_role("button", name="I have read this page")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".md-nav--primary a[href='../bank/'] .done-mark")).to_be_visible()
    page.goto(site + "progress/")
    expect(page.locator(".pages a", has=page.locator(".done-mark"))).to_have_text(["The bank"])
    page.goto(site + "cases/bank/")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(page.locator(".done-mark")).to_have_count(0)


def test_the_list_of_pages_has_all_that_can_be_marked(page: Page, site: str, folder: Path) -> None:
    marked = {
        path.parent.relative_to(folder).as_posix()
        for path in folder.rglob("index.html")
        if "javascripts/done.js" in path.read_text(encoding="utf-8")
    }
    page.goto(site + "progress/")
    links = page.locator(".pages a").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert {link.removeprefix("../").strip("/") for link in links} == marked - {"progress"}


def gzipped(folder: Path, *names: str) -> int:
    files = (folder / "assets" / "javascripts" / name for name in names)
    return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)


def test_what_home_pays(folder: Path) -> None:
    """For readers without a record at most 2 KB gzipped. With one, it asks the deck, as the review page does."""
    assert gzipped(folder, "home.js", "record-key.js") <= 2048


def test_what_the_mark_pays(folder: Path) -> None:
    """At most 2 KB gzipped; with a record, when idle, what reads it too, and the log when the button is pressed."""
    assert gzipped(folder, "done.js", "record-key.js") <= 2048
    assert gzipped(folder, "done.js", "record-key.js", "study/events.js") <= 5632


def test_home_continues_with_the_first_session_that_is_not_read(page: Page, site: str) -> None:
    box = page.get_by_role("region", name="Where you stand")
    with_record(page, site, ["read", "page:learn/roles", True], path="")
    expect(box.get_by_role("link", name="Continue: session 2, Get the data and protect it")).to_have_attribute(
        "href", site + "learn/data/"
    )
    with_record(page, site, ["read", "page:workflow", True], path="")
    expect(box.get_by_role("link", name="See where you stand")).to_be_visible()
    expect(box.get_by_role("link", name="Continue")).to_have_count(0)


def test_home_continues_with_a_first_session_that_was_left_in_the_middle(
    page: Page, site: str, deck: dict[str, Any]
) -> None:
    box = page.get_by_role("region", name="Where you stand")
    keys = [[key for key in session[2] if key.startswith("question:")] for session in deck["sessions"]]
    with_record(page, site, ["answered", keys[0][0], True, []], path="")
    expect(box.get_by_role("link", name="Continue: session 1,")).to_have_attribute("href", site + "learn/roles/")
    with_record(page, site, ["answered", keys[4][-1], True, []], path="")
    expect(box.get_by_role("link", name="See where you stand")).to_be_visible()
    expect(box.get_by_role("link", name="Continue")).to_have_count(0)


def test_home_offers_what_was_missed_and_has_one_primary_button(page: Page, site: str, deck: dict[str, Any]) -> None:
    box = page.get_by_role("region", name="Where you stand")
    primary = page.locator("article .md-button--primary:visible")
    with_record(page, site, ["answered", "question:csv-layout", False, []], path="")
    expect(box.get_by_role("link", name="Practice the question you missed")).to_be_visible()
    expect(primary).to_have_text(["Practice the question you missed"])
    missed = [["answered", f"question:{item['id']}", False, []] for item in deck["questions"][:2]]
    with_record(page, site, *missed, ["read", "page:learn/roles", True], path="")
    expect(primary).to_have_text(["Continue: session 2, Get the data and protect it"])
    box.get_by_role("link", name="Practice your 2 missed questions").click()
    expect(page.locator("#review-tally")).to_have_text("2 missed")
    with_record(page, site, ["read", "page:workflow", True], path="")
    expect(box.get_by_role("link", name="Practice your")).to_have_count(0)
    page.evaluate("localStorage.clear()")
    page.goto(site)
    expect(primary).to_have_text(["Start the course"])


def test_every_number_leads_to_its_practice(page: Page, site: str, deck: dict[str, Any]) -> None:
    id = next(item["id"] for item in deck["questions"] if "lineage" in item["terms"])
    with_record(page, site, ["answered", f"question:{id}", False, []], ["rated", "term:lineage:name", 3])
    main = page.locator("#progress")
    expect(main.get_by_role("link", name="Review: 1 missed, 18 new")).to_have_class("md-button")
    expect(main.locator(".md-button--primary")).to_have_text("Practice the question you missed")  # as on the home page
    for name, address in (
        ("Practice the question you missed", "review/#only=missed"),
        ("1 weak: practice them", "review/#only=weak"),
        ("1 right: take a practice exam", "exam/"),
        ("1 weak: practice Lineage", "review/#term=lineage&only=weak"),
    ):
        expect(main.get_by_role("link", name=name).first).to_have_attribute("href", site + address)
    numbers = main.locator(".progress-figure .number, td").all_inner_texts()
    unlinked = main.locator(":is(.progress-figure .number, .progress-table td):not(:has(a))").all_text_contents()
    assert len(numbers) > 20 and set(unlinked) == {"0"}
    main.locator("#terms ~ table").get_by_role("link", name="1 weak: practice Lineage").click()
    expect(page.locator("#review-tally")).to_have_text("1 missed · 1 done today")


def test_it_never_says_that_review_is_done_while_cards_wait(page: Page, site: str, deck: dict[str, Any]) -> None:
    cards = [["rated", f"term:{term['id']}:name", 3] for term in deck["terms"][:20]]
    main = with_record(page, site, *cards).locator("#progress")
    expect(main).to_contain_text("Your review is done for today.")
    with_record(page, site, *cards, ["answered", "question:csv-layout", False, []])
    expect(main.get_by_role("link", name="Review: 1 missed")).to_be_visible()
    expect(main).not_to_contain_text("done for today")
    page.clock.set_fixed_time((EVENING + DAY) / 1000)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(main.get_by_role("link", name="Review: 1 missed, 19 new")).to_be_visible()


def test_what_is_set_aside_does_not_count(page: Page, site: str, deck: dict[str, Any]) -> None:
    total = 2 * len(deck["terms"]) + len(deck["answers"]) + len(deck["questions"])
    with_record(
        page, site, ["rated", "term:bias:name", 1], ["rated", "term:lineage:name", 1], ["aside", "term:bias:name", True]
    )
    expect(page.locator(".progress-sum")).to_have_text(f"1 of {total - 1} seen: 0 right, 1 weak.")
    assert numbers(page, "#terms ~ table", "Lineage")[2] == 1


def test_an_exam_leads_to_another_of_its_kind(page: Page, site: str, deck: dict[str, Any]) -> None:
    right = f"question:{deck['questions'][0]['id']}"
    with_record(page, site, ["finished", "exam:a", [right], [], 600, "data-engineer train"])
    page.get_by_role("link", name="1 of 1: take another exam about Data Engineer, Train").click()
    expect(page.locator("[name=persona]")).to_have_value("data-engineer")
    expect(page.locator("[name=stage]")).to_have_value("train")
