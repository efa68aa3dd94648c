"""The pages' promises about the reader's record: each sentence, its file, and the test that verifies it.

A sentence is written as in its file, with `{}` for inserted values. The name of a test includes its file.
"""

from __future__ import annotations

_JS = "docs/assets/javascripts/"
_STUDY = f"{_JS}study/"
_LOG = "browser/test_study_log.py::"
_REVIEW = "browser/test_review.py::"
_ANSWERS = "browser/test_answers.py::"
_PROGRESS = "browser/test_progress.py::"
_DECK = "browser/test_study_deck.py::"

PROMISES = [
    # What is stored
    (
        "Kept in this browser.",
        f"{_STUDY}marking.js",
        f"{_ANSWERS}test_what_is_typed_is_kept_while_typing_and_is_there_again",
    ),
    (
        "Kept until you close the page.",
        f"{_STUDY}marking.js",
        f"{_ANSWERS}test_without_storage_a_line_says_so_and_it_works",
    ),
    (
        "Kept until you close the page",
        f"{_STUDY}marking.js",
        f"{_ANSWERS}test_a_score_that_is_not_stored_does_not_say_so",
    ),
    (
        "is kept until you close the page. Export it to keep it.",
        f"{_STUDY}store.js",
        f"{_REVIEW}test_where_nothing_is_stored_an_export_is_right_there_and_leaving_asks",
    ),
    (
        "This browser does not store your progress: it {}",
        f"{_STUDY}store.js",
        f"{_LOG}test_without_room_it_works_from_memory_and_says_so",
    ),
    (
        "There is no room left to store your progress: new progress {}",
        f"{_STUDY}store.js",
        f"{_LOG}test_without_room_it_works_from_memory_and_says_so",
    ),
    (
        "Your saved progress could be neither read nor set aside, so it stays as it is: new progress {}",
        f"{_STUDY}store.js",
        f"{_LOG}test_what_cannot_be_set_aside_is_not_overwritten",
    ),
    (
        "Bring back what I wrote",
        f"{_JS}answers.js",
        f"{_ANSWERS}test_what_was_written_comes_back_until_something_else_is_typed",
    ),
    ("Saved.", f"{_JS}review-data.js", f"{_REVIEW}test_the_reader_sets_a_limit_and_an_exam"),
    (
        "Not stored: it counts until you close the page.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_a_setting_that_is_not_stored_says_so",
    ),
    (
        "This browser keeps your record until you erase it or clear its data.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_the_last_export_is_named_and_whether_the_browser_may_clear_the_record",
    ),
    (
        "This browser may clear your record: when space is short, and in Safari after seven days without a visit.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_the_last_export_is_named_and_whether_the_browser_may_clear_the_record",
    ),
    (
        "This browser does not store your record. Export it before you close the page.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_a_setting_that_is_not_stored_says_so",
    ),
    # What could not be read
    (
        "The readable part is here; the original is set aside, and {}",
        f"{_STUDY}store.js",
        f"{_LOG}test_what_cannot_be_read_is_set_aside_and_told_once",
    ),
    ("It is set aside, and {}", f"{_STUDY}store.js", f"{_LOG}test_what_cannot_be_read_is_set_aside_and_told_once"),
    (
        "listed on the review page under “Your data”.",
        f"{_STUDY}store.js",
        f"{_REVIEW}test_what_is_set_aside_is_listed_downloaded_taken_back_and_deleted",
    ),
    (
        "Taken back: {} added.",
        f"{_STUDY}aside-list.js",
        f"{_REVIEW}test_what_is_set_aside_is_listed_downloaded_taken_back_and_deleted",
    ),
    (
        "Everything readable in it was already here.",
        f"{_STUDY}aside-list.js",
        f"{_REVIEW}test_what_was_taken_back_once_is_here_already",
    ),
    (
        "Deleted.",
        f"{_STUDY}aside-list.js",
        f"{_REVIEW}test_what_is_set_aside_is_listed_downloaded_taken_back_and_deleted",
    ),
    # Export, import, erase
    (
        "Your record leaves your browser only if you export it.",
        "docs/review.md",
        f"{_REVIEW}test_export_erase_import_brings_everything_back",
    ),
    (
        "the page keeps both until you choose one.",
        "docs/review.md",
        f"{_REVIEW}test_an_import_leaves_a_setting_and_a_text_until_the_reader_chooses",
    ),
    (
        "Exported: look for {} among your downloads.",
        f"{_STUDY}export.js",
        f"{_REVIEW}test_offline_the_export_works_and_its_code_was_there_before",
    ),
    (
        "There is nothing to export yet: your record is empty.",
        f"{_STUDY}export.js",
        f"{_REVIEW}test_an_empty_export_says_so",
    ),
    (
        "You have not exported it from this browser yet.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_the_last_export_is_named_and_whether_the_browser_may_clear_the_record",
    ),
    (
        "Last export: {}.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_the_last_export_is_named_and_whether_the_browser_may_clear_the_record",
    ),
    ("Imported: {} added.", f"{_STUDY}file.js", f"{_LOG}test_the_export_comes_back_and_doubles_nothing"),
    (
        "Everything in the {} was already here.",
        f"{_STUDY}file.js",
        f"{_LOG}test_the_export_comes_back_and_doubles_nothing",
    ),
    (
        "Yours is unchanged; choose below.",
        f"{_STUDY}file.js",
        f"{_REVIEW}test_an_import_leaves_a_setting_and_a_text_until_the_reader_chooses",
    ),
    ("Nothing was imported: {}.", f"{_STUDY}file.js", f"{_LOG}test_a_file_that_is_wrong_is_refused_whole_in_one_line"),
    (
        "The {} is an export of an empty record: there was nothing to import.",
        f"{_STUDY}file.js",
        f"{_LOG}test_an_export_of_nothing_says_so_when_it_is_imported",
    ),
    (
        "Everything is erased.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_erasing_takes_everything_of_this_site_in_all_tabs",
    ),
    (
        "This browser did not erase everything.",
        f"{_JS}review-data.js",
        f"{_LOG}test_what_the_browser_does_not_let_go_of_is_not_called_erased",
    ),
    (
        "This erases your ratings, quiz results, exams, answers, essays, settings, and set-aside cards from this browser.",
        "docs/review.md",
        f"{_REVIEW}test_erasing_takes_everything_of_this_site_in_all_tabs",
    ),
    # What is due
    ("Done for today", "docs/review.md", f"{_REVIEW}test_review_home_and_progress_name_the_same_numbers"),
    ("Done for today.", f"{_JS}home-progress.js", f"{_REVIEW}test_review_home_and_progress_name_the_same_numbers"),
    (
        "Your review is done for today.",
        f"{_JS}progress.js",
        f"{_REVIEW}test_review_home_and_progress_name_the_same_numbers",
    ),
    ("Review: {}", f"{_STUDY}next-step.js", f"{_REVIEW}test_review_home_and_progress_name_the_same_numbers"),
    ("Nothing is weak. ", f"{_JS}progress.js", f"{_PROGRESS}test_nothing_is_weak_is_said_only_where_it_is_so"),
    ("Come back {}.", f"{_JS}review.js", f"{_REVIEW}test_it_says_when_to_come_back"),
    (
        "tomorrow, {}",
        f"{_JS}review.js",
        f"{_REVIEW}test_after_midnight_it_is_still_the_evening_and_tomorrow_is_named_only_where_it_is",
    ),
    (
        "today, from {}:00",
        f"{_JS}review.js",
        f"{_REVIEW}test_after_midnight_it_is_still_the_evening_and_tomorrow_is_named_only_where_it_is",
    ),
    (
        "Once more today, then",
        f"{_JS}review.js",
        f"{_REVIEW}test_a_card_to_ask_once_more_survives_reading_on_and_a_reload",
    ),
    ("Next time", f"{_JS}review.js", f"{_REVIEW}test_each_button_says_when_the_card_comes_again"),
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
        f"{_REVIEW}test_what_is_due_comes_first_and_the_limit_leaves_it_there",
    ),
    (
        "every card that you already know comes up at least once in the week before the exam.",
        "docs/review.md",
        "browser/test_scheduler.py::test_an_exam_brings_everything_before_it",
    ),
    (
        "Once more; this rating does not count",
        "docs/review.md",
        f"{_REVIEW}test_a_missed_card_comes_once_more_and_that_does_not_count",
    ),
    (
        "An evening that continues past midnight counts as one evening.",
        "docs/review.md",
        f"{_LOG}test_a_card_of_a_late_evening_is_due_by_the_calendar_day",
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
        f"{_LOG}test_a_clock_that_cannot_be_is_told_and_loses_nothing",
    ),
]
