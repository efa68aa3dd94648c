"""The pages' promises about what is due and how results count.

Each entry has the sentence, its file, and the test that verifies it, as in promises_study.py.
"""

from __future__ import annotations

_JS = "docs/assets/javascripts/"
_STUDY = f"{_JS}study/"
_LOG = "browser/study_log/"
_REVIEW = "browser/review/"
_PROGRESS = "browser/test_progress.py::"
_DECK = "browser/test_study_deck.py::"

PROMISES = [
    # What is due
    (
        "Done for today",
        "docs/review.md",
        f"{_REVIEW}test_review_day.py::test_review_home_and_progress_name_the_same_numbers",
    ),
    (
        "Your review is done for today.",
        f"{_JS}home-progress.js",
        f"{_REVIEW}test_review_day.py::test_review_home_and_progress_name_the_same_numbers",
    ),
    (
        "Your review is done for today.",
        f"{_JS}progress.js",
        f"{_REVIEW}test_review_day.py::test_review_home_and_progress_name_the_same_numbers",
    ),
    (
        "Review: {}",
        f"{_STUDY}next-step.js",
        f"{_REVIEW}test_review_day.py::test_review_home_and_progress_name_the_same_numbers",
    ),
    ("Nothing is weak. ", f"{_JS}progress.js", f"{_PROGRESS}test_nothing_is_weak_is_said_only_where_it_is_so"),
    ("Come back {}.", f"{_JS}review.js", f"{_REVIEW}test_review_day.py::test_it_says_when_to_come_back"),
    (
        "tomorrow, {}",
        f"{_JS}review.js",
        f"{_REVIEW}test_review_day.py::test_after_midnight_it_is_still_the_evening_and_tomorrow_is_named_only_where_it_is",
    ),
    (
        "after {} in the morning",
        f"{_JS}review.js",
        f"{_REVIEW}test_review_day.py::test_after_midnight_it_is_still_the_evening_and_tomorrow_is_named_only_where_it_is",
    ),
    (
        "Once more today, then",
        f"{_JS}review.js",
        f"{_REVIEW}test_review_cards.py::test_a_card_to_ask_once_more_survives_reading_on_and_a_reload",
    ),
    ("Next time", f"{_JS}review.js", f"{_REVIEW}test_review_cards.py::test_each_button_says_when_the_card_comes_again"),
    (
        "it comes up in your review the same day or the next.",
        "docs/review.md",
        f"{_DECK}test_a_missed_question_is_asked_the_same_day_before_new_cards",
    ),
    (
        "Once you know a missed question in the review",
        "docs/review.md",
        f"{_DECK}test_a_question_missed_again_is_asked_the_next_day_and_not_when_its_turn_comes",
    ),
    (
        "The better you know a card,",
        "docs/review.md",
        "browser/test_scheduler.py::test_a_better_rating_waits_longer",
    ),
    (
        "Cards that are due appear even if they exceed the limit.",
        "docs/review.md",
        f"{_REVIEW}test_review_day.py::test_what_is_due_comes_first_and_the_limit_leaves_it_there",
    ),
    (
        "every card that you already know comes up at least once in the week before the exam.",
        "docs/review.md",
        "browser/test_scheduler.py::test_an_exam_brings_everything_before_it",
    ),
    (
        "Once more; this rating does not count",
        "docs/review.md",
        f"{_REVIEW}test_review_cards.py::test_a_missed_card_comes_once_more_and_that_does_not_count",
    ),
    (
        "An evening that continues past midnight counts as one evening.",
        "docs/review.md",
        f"{_LOG}test_study_log_time.py::test_a_card_of_a_late_evening_is_due_by_the_calendar_day",
    ),
    # Results
    (
        "Each question counts toward the persona",
        "docs/progress.md",
        "study/test_whose_work.py::test_in_the_guide_each_question_counts_once_and_nobody_has_nearly_all",
    ),
    (
        "The item is no longer weak once you know it in a review.",
        "docs/progress.md",
        f"{_DECK}test_a_question_missed_again_is_asked_the_next_day_and_not_when_its_turn_comes",
    ),
    ("it stays in", "docs/progress.md", f"{_PROGRESS}test_what_left_the_site_is_not_counted"),
    (
        "Correct it, because it determines when cards are due.",
        f"{_STUDY}log.js",
        f"{_LOG}test_study_log_time.py::test_a_clock_that_cannot_be_is_told_and_loses_nothing",
    ),
]
