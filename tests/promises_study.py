"""The pages' promises about the reader's record: each sentence, its file, and the test that verifies it.

A sentence is written as in its file, with `{}` for inserted values. The name of a test includes its file.
"""

from __future__ import annotations

_JS = "docs/assets/javascripts/"
_STUDY = f"{_JS}study/"
_LOG = "browser/study_log/"
_REVIEW = "browser/review/"
_ANSWERS = "browser/test_answers.py::"

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
        "browser/test_answers_storage.py::test_without_storage_a_line_says_so_and_it_works",
    ),
    (
        "Kept until you close the page",
        f"{_STUDY}marking.js",
        "browser/test_answers_storage.py::test_a_score_that_is_not_stored_does_not_say_so",
    ),
    (
        "is kept until you close the page. Export it to keep it.",
        f"{_STUDY}store.js",
        f"{_REVIEW}test_review_export.py::test_where_nothing_is_stored_an_export_is_right_there_and_leaving_asks",
    ),
    (
        "This browser does not store your progress: it {}",
        f"{_STUDY}store.js",
        f"{_LOG}test_study_log_storage.py::test_without_room_it_works_from_memory_and_says_so",
    ),
    (
        "There is no room left to store your progress: new progress {}",
        f"{_STUDY}store.js",
        f"{_LOG}test_study_log_storage.py::test_without_room_it_works_from_memory_and_says_so",
    ),
    (
        "Your saved progress could be neither read nor set aside, so it stays as it is: new progress {}",
        f"{_STUDY}store.js",
        f"{_LOG}test_study_log_storage.py::test_what_cannot_be_set_aside_is_not_overwritten",
    ),
    (
        "Bring back what I wrote",
        f"{_JS}answers.js",
        f"{_ANSWERS}test_what_was_written_comes_back_until_something_else_is_typed",
    ),
    ("Saved.", f"{_JS}review-data.js", f"{_REVIEW}test_review_settings.py::test_the_reader_sets_a_limit_and_an_exam"),
    (
        "Not stored: it counts until you close the page.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_review_settings.py::test_a_setting_that_is_not_stored_says_so",
    ),
    (
        "This browser keeps your record until you erase it or clear its data.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_review_export.py::test_the_last_export_is_named_and_whether_the_browser_may_clear_the_record",
    ),
    (
        "This browser may clear your record: when space is short, and in Safari after seven days without a visit.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_review_export.py::test_the_last_export_is_named_and_whether_the_browser_may_clear_the_record",
    ),
    (
        "This browser does not store your record. Export it before you close the page.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_review_settings.py::test_a_setting_that_is_not_stored_says_so",
    ),
    # What could not be read
    (
        "The readable part is here; the original is set aside, and {}",
        f"{_STUDY}store.js",
        f"{_LOG}test_study_log_storage.py::test_what_cannot_be_read_is_set_aside_and_told_once",
    ),
    (
        "It is set aside, and {}",
        f"{_STUDY}store.js",
        f"{_LOG}test_study_log_storage.py::test_what_cannot_be_read_is_set_aside_and_told_once",
    ),
    (
        'listed on the review page under "Your data."',
        f"{_STUDY}store.js",
        f"{_REVIEW}test_review_import.py::test_what_is_set_aside_is_listed_downloaded_taken_back_and_deleted",
    ),
    (
        "Taken back: {} added.",
        f"{_STUDY}aside-list.js",
        f"{_REVIEW}test_review_import.py::test_what_is_set_aside_is_listed_downloaded_taken_back_and_deleted",
    ),
    (
        "Everything readable in it was already here.",
        f"{_STUDY}aside-list.js",
        f"{_REVIEW}test_review_import.py::test_what_was_taken_back_once_is_here_already",
    ),
    (
        "Deleted.",
        f"{_STUDY}aside-list.js",
        f"{_REVIEW}test_review_import.py::test_what_is_set_aside_is_listed_downloaded_taken_back_and_deleted",
    ),
    # Export, import, erase
    (
        "Your record leaves your browser only if you export it.",
        "docs/review.md",
        f"{_REVIEW}test_review_export.py::test_export_erase_import_brings_everything_back",
    ),
    (
        "the page keeps both until you choose one.",
        "docs/review.md",
        f"{_REVIEW}test_review_import.py::test_an_import_leaves_a_setting_and_a_text_until_the_reader_chooses",
    ),
    (
        "Exported: look for {} among your downloads.",
        f"{_STUDY}export.js",
        f"{_REVIEW}test_review_export.py::test_offline_the_export_works_and_its_code_was_there_before",
    ),
    (
        "There is nothing to export yet: your record is empty.",
        f"{_STUDY}export.js",
        f"{_REVIEW}test_review_export.py::test_an_empty_export_says_so",
    ),
    (
        "You have not saved a file from this browser yet.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_review_export.py::test_the_last_export_is_named_and_whether_the_browser_may_clear_the_record",
    ),
    (
        "Last export: {}.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_review_export.py::test_the_last_export_is_named_and_whether_the_browser_may_clear_the_record",
    ),
    (
        "Imported: {} added.",
        f"{_STUDY}file.js",
        f"{_LOG}test_study_log_file.py::test_the_export_comes_back_and_doubles_nothing",
    ),
    (
        "Everything in the {} was already here.",
        f"{_STUDY}file.js",
        f"{_LOG}test_study_log_file.py::test_the_export_comes_back_and_doubles_nothing",
    ),
    (
        "Yours is unchanged; choose below.",
        f"{_STUDY}file.js",
        f"{_REVIEW}test_review_import.py::test_an_import_leaves_a_setting_and_a_text_until_the_reader_chooses",
    ),
    (
        "Took the imported one.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_review_import.py::test_an_import_leaves_a_setting_and_a_text_until_the_reader_chooses",
    ),
    (
        "Kept yours.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_review_import.py::test_a_choice_is_confirmed_and_no_line_still_asks_for_it",
    ),
    (
        "Nothing was imported: {}.",
        f"{_STUDY}file.js",
        f"{_LOG}test_study_log_file.py::test_a_file_that_is_wrong_is_refused_whole_in_one_line",
    ),
    (
        "The {} is an export of an empty record: there was nothing to import.",
        f"{_STUDY}file.js",
        f"{_LOG}test_study_log_file.py::test_an_export_of_nothing_says_so_when_it_is_imported",
    ),
    (
        "Everything is erased.",
        f"{_JS}review-data.js",
        f"{_REVIEW}test_review_export.py::test_erasing_takes_everything_of_this_site_in_all_tabs",
    ),
    (
        "This browser did not erase everything.",
        f"{_JS}review-data.js",
        f"{_LOG}test_study_log_tabs.py::test_what_the_browser_does_not_let_go_of_is_not_called_erased",
    ),
    (
        "This erases your ratings, quiz results, exams, answers, essays, settings, and set-aside cards from this browser.",
        "docs/review.md",
        f"{_REVIEW}test_review_export.py::test_erasing_takes_everything_of_this_site_in_all_tabs",
    ),
]
