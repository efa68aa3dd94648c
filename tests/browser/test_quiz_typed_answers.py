"""Typed answers that count as right: numbers in each usual form, and words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page


@pytest.mark.parametrize(
    ("expected", "typed", "right"),
    [
        ("0.69", "0.69", True),
        ("0.69", ".69", True),
        ("0.69", "0,69", True),
        ("0.69", ",69", True),
        ("0.69", "0.69.", True),
        ("S3", "s3.", True),
        ("S3", "S3..", False),
        ("0.69", " 0.690 ", True),
        ("0.69", "+0.69", True),
        ("0.69", "0.7", False),
        ("0.69", "0.6", False),
        ("0.69", "69", False),
        ("0.69", "0.069", False),
        ("0.69", "-0.69", False),
        ("0.69", "0.69x", False),
        ("0.69", "0.6.9", False),
        ("0.69", ".", False),
        ("0.69", "", False),
        ("-0.18", "\u22120.18", True),
        ("1000", "1,000", True),
        ("1000", "1.000", True),
        ("1000", "1 000", True),
        ("1000", "1", False),
        ("1000", "10,00", False),
        ("1", "1,000", False),
        ("1", "1.000", True),
        ("1", "1.0", True),
        ("1.5", "1,5", True),
        ("1.5", "1,500", False),
        ("12.125", "12,125", True),
        ("3600", "3,600", True),
        ("3600", "3600.", True),
        ("3600", "3.6", False),
        ("25", "25", True),
        ("25", "250", False),
        ("Canvas", " canvas ", True),
        ("Canvas", "Canvas.", True),
        ("Canvas", "Canva", False),
        ("S3", "s3", True),
        ("digest|SHA-256 digest", "sha-256 Digest", True),
        ("digest|hash", "digest|hash", False),
        ("digest|0.69", ".69", True),
        ("digest|hash", "", False),
    ],
)
def test_a_number_counts_in_every_usual_form(expected: str, typed: str, right: bool, pure: Page) -> None:
    assert pure.evaluate("([expected, typed]) => isAnswer(expected, typed)", [expected, typed]) is right


@pytest.fixture(scope="module")
def pure(chromium: Browser, site: str) -> Page:
    page = chromium.new_page()
    page.goto(site + "assets/study.json")
    module = site + "assets/javascripts/study/typed-answer.js"
    page.evaluate("async url => Object.assign(window, await import(url))", module)
    return page
