"""The pages' promises about practice: order, undo, exam plans, and transfer to another device.

Each entry has the sentence, its file, and the test that verifies it, as in promises_study.py.
"""

from __future__ import annotations

_JS = "docs/assets/javascripts/"
_STUDY = f"{_JS}study/"
_REVIEW = "browser/review/"
_PROGRESS = "browser/test_progress.py::"
_PLAN = "browser/study_plan/"
_TRANSFER = "browser/test_transfer.py::"
_LEARNERS = "browser/test_simulated_learners.py::"

PROMISES = [
    # What is practiced, and in which order
    (
        "Done with these",
        f"{_JS}review.js",
        f"{_REVIEW}test_review_scope.py::test_an_address_names_what_the_list_does_not",
    ),
    (
        "Review everything: {}",
        f"{_JS}review.js",
        f"{_REVIEW}test_review_scope.py::test_an_address_names_what_the_list_does_not",
    ),
    (
        "Cards that are due come first, beginning with the weakest.",
        "docs/review.md",
        f"{_PLAN}test_study_plan_order.py::test_due_comes_first_then_what_was_missed_then_what_is_new",
    ),
    (
        "the daily limit applies to those cards.",
        "docs/review.md",
        f"{_PLAN}test_study_plan_scope.py::test_a_scope_asks_only_its_own_and_the_limit_holds_for_it",
    ),
    (
        "Missed questions always have a place in your daily",
        "docs/review.md",
        f"{_PLAN}test_study_plan_order.py::test_what_was_missed_is_within_the_limit_however_much_is_due",
    ),
    (
        "it comes up in your review the same day, before any new cards.",
        "docs/review.md",
        f"{_LEARNERS}test_a_week_missed",
    ),
    (
        "If you miss a card three times in a row, it waits for a day on which the daily limit has room for it.",
        "docs/review.md",
        f"{_PLAN}test_study_plan_order.py::test_a_card_not_known_three_times_running_waits_for_room",
    ),
    (
        "you would have more cards to review every day.",
        "docs/review.md",
        f"{_LEARNERS}test_always_wrong",
    ),
    (
        "This address asks for cards that this site does not have, so the page shows all cards.",
        f"{_JS}review.js",
        f"{_REVIEW}test_review_scope.py::test_an_address_that_names_nothing_of_the_site_shows_everything_and_says_so",
    ),
    (
        "Practice your {} missed questions",
        f"{_STUDY}due.js",
        "browser/test_home_progress.py::test_home_offers_what_was_missed_and_has_one_primary_button",
    ),
    ("Practice the question you missed", f"{_STUDY}due.js", f"{_PROGRESS}test_every_number_leads_to_its_practice"),
    # Taking back
    (
        "Undone: {}.",
        f"{_JS}review.js",
        f"{_REVIEW}test_review_undo.py::test_the_last_rating_is_taken_back_even_after_a_reload",
    ),
    (
        "*Undo* reverses the last thing that you did today in this browser.",
        "docs/review.md",
        f"{_PLAN}test_study_plan_undo.py::test_the_last_rating_is_undone_and_the_card_is_as_before",
    ),
    (
        "Skipped for today. It comes back {}.",
        f"{_JS}review.js",
        f"{_REVIEW}test_review_undo.py::test_a_card_is_skipped_for_today",
    ),
    (
        "*Skip for today* hides the card until tomorrow.",
        "docs/review.md",
        f"{_PLAN}test_study_plan_undo.py::test_a_skipped_card_comes_tomorrow_and_so_does_its_other_side",
    ),
    (
        'Set aside. Take it back under "Cards you set aside."',
        f"{_JS}review.js",
        f"{_REVIEW}test_review_undo.py::test_a_card_set_aside_is_listed_and_taken_back",
    ),
    (
        "The review skips these cards until you take them back, and they do not count toward your progress.",
        "docs/review.md",
        f"{_PROGRESS}test_what_is_set_aside_does_not_count",
    ),
    # An exam as a plan
    (
        "The first new cards are those that the exam asks about most.",
        "docs/review.md",
        f"{_PLAN}test_study_plan_exam.py::test_an_exam_brings_what_it_asks_most_and_its_short_answers_first",
    ),
    (
        "new cards are the ones that the exam needs",
        "docs/review.md",
        f"{_PLAN}test_study_plan_exam.py::test_before_an_exam_new_cards_are_those_it_needs",
    ),
    (
        "you see all of them before the exam.",
        f"{_JS}review-plan.js",
        f"{_REVIEW}test_review_settings.py::test_the_exam_is_a_plan_that_names_and_sets_the_cards_a_day",
    ),
    (
        "all of them, even if you do not know one in four.",
        f"{_JS}review-plan.js",
        f"{_PLAN}test_study_plan_exam.py::test_the_plan_says_how_many_cards_a_day_show_everything_and_they_do",
    ),
    (
        "More cards a day do not help, {}",
        f"{_JS}review-plan.js",
        f"{_PLAN}test_study_plan_exam.py::test_a_plan_that_no_limit_can_keep_says_so",
    ),
    (
        "Set {} a day",
        f"{_JS}review-plan.js",
        f"{_REVIEW}test_review_settings.py::test_the_exam_is_a_plan_that_names_and_sets_the_cards_a_day",
    ),
    # To another device
    (
        "That device asks you before it adds anything.",
        "docs/review.md",
        f"{_TRANSFER}test_a_link_asks_before_it_adds_and_then_adds_once",
    ),
    (
        "Copied. Open the link on your other device.",
        f"{_JS}review-links.js",
        f"{_TRANSFER}test_a_record_is_copied_as_a_link_that_opens_on_another_device",
    ),
    (
        "There is nothing to send yet: your record is empty.",
        f"{_JS}review-links.js",
        f"{_TRANSFER}test_a_record_is_copied_as_a_link_that_opens_on_another_device",
    ),
    (
        "Copy each, and open all of them on your other device, in any order.",
        f"{_JS}review-links.js",
        f"{_TRANSFER}test_a_long_record_comes_in_parts_in_any_order_one_of_them_twice",
    ),
    (
        "This browser did not allow the page to copy the link. The link is selected below: copy it yourself.",
        f"{_JS}review-links.js",
        f"{_TRANSFER}test_where_the_page_may_not_copy_the_link_is_there_to_be_copied",
    ),
    (
        "A text or setting that you changed only on the other device replaces the one ",
        f"{_JS}review-arrival.js",
        f"{_TRANSFER}test_a_link_replaces_what_changed_only_on_the_other_device",
    ),
    ("Nothing was added.", f"{_JS}review-arrival.js", f"{_TRANSFER}test_the_reader_may_say_no"),
    (
        "This link is damaged: part of it is missing or was changed.",
        f"{_JS}review-arrival.js",
        f"{_TRANSFER}test_a_damaged_link_is_one_line_and_adds_nothing",
    ),
    (
        "The links do not belong together.",
        f"{_JS}review-arrival.js",
        f"{_TRANSFER}test_what_a_link_holds_keeps_to_the_rules_of_a_file",
    ),
    (
        "Part {} of {} was already here.",
        f"{_JS}review-arrival.js",
        f"{_TRANSFER}test_a_long_record_comes_in_parts_in_any_order_one_of_them_twice",
    ),
    (
        "It belongs to a different record than the links that you opened before. Those are kept.",
        f"{_JS}review-arrival.js",
        f"{_TRANSFER}test_parts_of_two_records_are_kept_apart",
    ),
    (
        "Some browsers, such as Safari, delete what a site stored after seven days without a visit.",
        "docs/review.md",
        f"{_TRANSFER}test_a_copy_is_offered_before_the_browser_may_delete_the_record",
    ),
]
