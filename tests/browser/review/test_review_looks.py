"""The review page in each state: accessible, still where motion is reduced, and legible in forced colors."""

from __future__ import annotations

import pytest
from in_browser import KEY, Context, moving, violations, violations_in_both_schemes
from playwright.sync_api import expect
from review_page import button, limit, open_data, part, rate, rated, take, visit, with_rows


@pytest.mark.parametrize("width", [390, 1280])
def test_every_state_is_accessible(width: int, context: Context, site: str) -> None:
    def look(state: str) -> None:
        page.wait_for_timeout(250)
        assert violations_in_both_schemes(page) == [], state

    page = visit(with_rows(context, limit(1), width=width), site)
    look("front")
    button(page, "Show the answer").click()
    look("back")
    button(page, "Again").click()
    look("once more")
    rate(page, "Good")
    look("done")
    page.get_by_text("Daily limit and exam").click()
    look("settings")
    open_data(page)
    take(page, "x")
    expect(part(page, "told")).to_contain_text("Nothing was imported")
    look("import error")
    button(page, "Erase").click()
    look("confirm")
    page.evaluate("key => localStorage.setItem(key, 'foreign')", KEY)
    page.reload()
    expect(part(page, "reports")).to_contain_text("Something else")
    look("reports")
    page.route("**/study.json", lambda route: route.abort())
    page.reload()
    expect(part(page, "status")).to_contain_text("could not be loaded")
    look("no cards")


def test_nothing_due_on_arrival_is_accessible(context: Context, site: str) -> None:
    page = visit(with_rows(context, limit(1), rated(0, "term:lineage:name")), site)
    expect(part(page, "done")).to_be_visible()
    assert violations(page) == []


def test_nothing_moves_when_motion_is_reduced(context: Context, site: str) -> None:
    page = visit(context(reduced_motion="reduce"), site)
    button(page, "Show the answer").click()
    assert moving(page) == 0


def test_forced_colours_keep_edges_and_focus(context: Context, site: str) -> None:
    page = visit(context(forced_colors="active"), site)
    edge = "element => [getComputedStyle(element).borderTopWidth, getComputedStyle(element).outlineStyle]"
    assert part(page, "card").evaluate(edge) == ["2px", "solid"]
    button(page, "Show the answer").click()
    for one in part(page, "rate").get_by_role("button").all():
        assert one.evaluate(edge)[0] == "2px"
