"""The pictures that a reader can change: what their scripts compute, the keyboard, and the page without script."""

from __future__ import annotations

from dataclasses import asdict
from itertools import product
from typing import Any

import pytest
from in_browser import Context, system_color, violations_in_both_schemes
from playwright.sync_api import Page, expect
from study.render.pictures import permissions, rollouts, scores

SCRIPTS = "assets/javascripts/pictures/"
PLACES = {
    "threshold": "topics/judging-a-model/",
    "rollback": "lab/deploy-and-invoke/",
    "permissions": "lab/deploy-and-invoke/",
}


@pytest.fixture
def modules(page: Page, site: str) -> Page:
    """A page of the site without scripts of its own."""
    page.goto(site + "assets/study.json")
    return page


def test_each_threshold_gives_the_counts_that_the_drawing_was_made_with(modules: Page, site: str) -> None:
    thresholds = [number / 100 for number in range(101)]
    told = modules.evaluate(
        "async ([address, model, thresholds]) => {"
        " const {counts} = await import(address); return thresholds.map(each => counts(model, each)) }",
        [f"{site}{SCRIPTS}threshold-model.js", scores.model(), thresholds],
    )
    for threshold, found in zip(thresholds, told, strict=True):
        right = scores.counts(threshold)
        cells = [found[name] for name in ("calledLeavers", "calledStayers", "missed", "leftAlone")]
        assert cells == [*asdict(right).values()]
        assert found["recall"] == right.recall
        assert found["precision"] == (right.precision if found["called"] else None)


def test_each_rollout_ends_as_in_the_drawing(modules: Page, site: str) -> None:
    cases = list(product(range(len(rollouts.ROLLOUTS)), (0, 1, 2, 5, 10, 25, 50, 100), (True, False)))
    told = modules.evaluate(
        "async ([address, model, cases]) => { const {outcome} = await import(address);"
        " return cases.map(([way, failing, alarms]) => outcome(model, model.ways[way], failing, alarms)) }",
        [f"{site}{SCRIPTS}rollback-model.js", rollouts.model(), cases],
    )
    for (way, failing, alarms), found in zip(cases, told, strict=True):
        assert found == asdict(rollouts.outcome(rollouts.ROLLOUTS[way], failing, alarms))


def open_in_script(modules: Page, site: str, grants: list[dict[str, list[str]]]) -> list[list[dict[str, Any]]]:
    return modules.evaluate(
        "async ([address, model, grants]) => { const {grants: setOf, openRoutes} = await import(address);"
        " return grants.map(granted => openRoutes(model, setOf({granted}))) }",
        [f"{site}{SCRIPTS}permissions-model.js", permissions.model(), grants],
    )


def test_open_routes_are_those_of_the_drawing_after_each_single_change(modules: Page, site: str) -> None:
    grants = [{role: list(calls) for role, calls in permissions.GRANTED.items()}]
    for role, call in product(permissions.ROLES, permissions.CALLS):
        changed = {name: list(calls) for name, calls in permissions.GRANTED.items()}
        changed[role] = sorted({*changed[role]} ^ {call})
        grants.append(changed)
    told = open_in_script(modules, site, grants)
    for granted, found in zip(grants, told, strict=True):
        pairs = [(route["name"], role) for route in found for role in route["roles"]]
        assert pairs == permissions.open_routes({role: tuple(calls) for role, calls in granted.items()})


def test_reserving_create_model_alone_leaves_routes_open_and_reserving_all_three_calls_closes_them() -> None:
    deploys = {"model", "new-component", "changed-component"}
    shut = {
        role: tuple(call for call in calls if role == "release" or call not in deploys)
        for role, calls in {**permissions.GRANTED, "scientist": ()}.items()
    }
    assert {role for _, role in permissions.open_routes(permissions.GRANTED)} == {"scientist", "engineer"}
    assert permissions.open_routes(shut) == []


def test_the_threshold_moves_by_keyboard(page: Page, site: str) -> None:
    page.goto(site + PLACES["threshold"])
    figure = page.locator("figure[data-picture=threshold]")
    slider = figure.get_by_role("slider", name="Threshold")
    slider.focus()
    page.keyboard.press("End")
    expect(figure.get_by_role("status")).to_contain_text("No one is called")
    page.keyboard.press("Home")
    expect(figure.get_by_role("status")).to_contain_text("24 called")
    expect(figure.locator(".count").first).to_have_text("8")
    expect(figure.locator(".called-area")).to_have_attribute("x", "58")
    expect(figure.get_by_role("img", name="Confusion matrix")).to_have_accessible_name(
        "Confusion matrix 24 called: 8 who leave and 16 who stay. 0 churners missed. Recall 1.00, precision 0.33."
    )


def test_a_rollout_is_chosen_and_broken_by_keyboard(page: Page, site: str) -> None:
    page.goto(site + PLACES["rollback"])
    figure = page.locator("figure[data-picture=rollback]")
    status = figure.get_by_role("status")
    expect(status).to_contain_text("alarm went off at minute 3")
    figure.get_by_role("radio", name="Canary").focus()
    page.keyboard.press("ArrowRight")
    expect(figure.get_by_role("radio", name="Linear")).to_be_checked()
    expect(status).to_contain_text("The new version received 360 requests")
    figure.get_by_role("checkbox", name="An alarm is set").focus()
    page.keyboard.press("Space")
    expect(status).to_contain_text("no alarm rolled the new version back")
    expect(figure.locator("path.alarm")).to_be_hidden()


def test_permissions_are_granted_and_denied_by_keyboard(page: Page, site: str) -> None:
    page.goto(site + PLACES["permissions"])
    figure = page.locator("figure[data-picture=permissions]")
    status = figure.get_by_role("status")
    expect(status.get_by_role("listitem")).to_have_count(3)
    figure.get_by_role("checkbox", name="MLOps Engineer may call CreateInferenceComponent").focus()
    page.keyboard.press("Space")
    expect(status.get_by_role("listitem")).to_have_count(2)
    figure.get_by_role("checkbox", name="MLOps Engineer may call CreateModel", exact=True).focus()
    page.keyboard.press("Space")
    expect(status).to_contain_text("Deploy a model made from a file: MLOps Engineer")


@pytest.mark.parametrize("name", PLACES)
def test_without_script_the_drawing_is_there_and_no_controls(name: str, context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + PLACES[name])
    figure = page.locator(f"figure[data-picture={name}]")
    expect(figure.get_by_role("img").first).to_be_visible()
    expect(figure.locator("form")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "url", sorted({*PLACES.values(), "contrasts/deploy/", "contrasts/monitor/", "learn/features/"})
)
def test_pages_with_pictures_have_no_fault_and_legible_text(url: str, width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    page.goto(site + url)
    expect(page.locator("figure.drawing").first).to_be_visible()
    assert violations_in_both_schemes(page) == []
    sizes = page.locator(".drawing svg:visible text").evaluate_all(
        "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"
    )
    assert min(sizes) >= 11
    targets = page.locator(".play fieldset label, .play-table label, .play [type=range]")
    boxes = [box for box in (each.bounding_box() for each in targets.all()) if box]
    assert all(box["height"] >= 44 and box["width"] >= 44 for box in boxes)


def test_text_of_drawings_follows_forced_colors(context: Context, site: str) -> None:
    page = context(forced_colors="active", color_scheme="dark").new_page()
    page.goto(site + PLACES["threshold"])
    ink = system_color(page, "CanvasText")
    fills = page.locator(".drawing text").evaluate_all("texts => texts.map(text => getComputedStyle(text).fill)")
    assert set(fills) == {ink}


@pytest.mark.parametrize("url", sorted({*PLACES.values()}))
def test_the_controls_fit_a_narrow_window(url: str, context: Context, site: str) -> None:
    """320 pixels are 1280 at 400 %."""
    page = context(width=320).new_page()
    page.goto(site + url)
    expect(page.locator(".play").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
