"""The promises of quiz pages and the exam: each sentence, its file, and the test that verifies it.

Of a sentence on two lines of the file, only the part on one line is here.
"""

from __future__ import annotations

QUIZ = "docs/assets/javascripts/quiz.js"
VIEW = "docs/assets/javascripts/study/view.js"
QUIZ_RESULT = "docs/assets/javascripts/quiz/result.js"
EXAM = "docs/assets/javascripts/exam.js"
SITTING = "docs/assets/javascripts/exam/sitting.js"
RESULT = "docs/assets/javascripts/exam/result.js"
PAGE = "docs/exam.md"
BLOCKS = "scripts/study/site/question_blocks.py"

PROMISES = [
    (
        "Answers stay in this browser.",
        QUIZ,
        "browser/test_quiz_page.py::test_nothing_is_said_to_stay_where_it_does_not",
    ),
    (
        "Answers stay in this browser.",
        QUIZ,
        "browser/test_quiz_data.py::test_another_tab_sees_an_answer_and_loses_none_of_its_own",
    ),
    (
        "Next question",
        QUIZ,
        "browser/test_quiz_leads_on.py::test_every_page_of_questions_leads_from_the_first_to_the_next_page",
    ),
    (
        "See your result",
        QUIZ,
        "browser/test_quiz_result.py::test_what_was_left_out_comes_before_the_result",
    ),
    (
        "You missed",
        QUIZ_RESULT,
        "browser/test_quiz_result.py::test_the_result_names_what_was_missed_and_what_to_read",
    ),
    (
        "Read in the glossary",
        QUIZ_RESULT,
        "browser/test_quiz_result.py::test_the_result_names_what_was_missed_and_what_to_read",
    ),
    (
        "Next: ",
        VIEW,
        "browser/test_quiz_leads_on.py::test_every_page_of_questions_leads_from_the_first_to_the_next_page",
    ),
    ("open again.", QUIZ, "browser/test_quiz_page.py::test_what_was_emptied_stays_empty_and_the_record_stays"),
    (
        "You can read the questions and their options here.",
        BLOCKS,
        "browser/test_quiz_page.py::test_without_script_the_page_says_what_works",
    ),
    (
        "To answer them, the page needs JavaScript and, unless it is ",
        BLOCKS,
        "browser/test_quiz_page.py::test_a_build_opened_from_a_folder_says_what_works",
    ),
    (
        "The right options and all reasons are in the",
        BLOCKS,
        "browser/test_quiz_page.py::test_a_build_opened_from_a_folder_says_what_works",
    ),
    (
        "Your answers up to that point are saved.",
        EXAM,
        "browser/test_exam.py::test_time_that_ran_out_while_away_ends_the_paper_as_it_was",
    ),
    ("Your exam is as you left it:", EXAM, "browser/test_exam.py::test_a_paper_is_as_it_was_left"),
    ("The exam was discarded.", EXAM, "browser/test_exam.py::test_a_paper_can_be_thrown_away"),
    (
        "This exam was handed in in another tab.",
        EXAM,
        "browser/test_exam.py::test_two_tabs_fill_in_one_paper_and_it_counts_once",
    ),
    (
        "This exam was closed in another tab.",
        EXAM,
        "browser/test_exam.py::test_two_tabs_fill_in_one_paper_and_it_counts_once",
    ),
    ("nothing goes into your record.", SITTING, "browser/test_exam.py::test_a_paper_can_be_thrown_away"),
    (
        "Blank answers earn no points.",
        SITTING,
        "browser/test_exam.py::test_what_is_left_empty_is_counted_but_never_answered",
    ),
    (
        "Once the exam is handed in, you cannot change it.",
        SITTING,
        "browser/test_exam_paper.py::test_what_is_unanswered_is_named_and_one_click_away",
    ),
    (
        "been removed from this site since you began",
        RESULT,
        "browser/test_exam.py::test_a_question_that_vanished_is_not_asked_and_does_not_count",
    ),
    (
        "The reasons could not be loaded.",
        RESULT,
        "browser/test_exam_restricted.py::test_without_the_reasons_the_paper_is_marked",
    ),
    (
        "you see no answers before the end.",
        PAGE,
        "browser/test_exam.py::test_answers_are_withheld_until_the_end_then_all_is_marked_and_recorded",
    ),
    (
        "but choosing every option earns nothing.",
        PAGE,
        "browser/test_exam_draw_and_points.py::test_several_right_options_share_a_point",
    ),
    (
        "Uppercase and lowercase don't matter.",
        PAGE,
        "browser/test_quiz_typed_answers.py::test_a_number_counts_in_every_usual_form",
    ),
    (
        "no points and no penalty. They don't count as missed.",
        PAGE,
        "browser/test_exam.py::test_what_is_left_empty_is_counted_but_never_answered",
    ),
    (
        "keeps running while you are away and when you reload the page.",
        PAGE,
        "browser/test_exam.py::test_a_paper_is_as_it_was_left",
    ),
    ("it allows this site to store data", PAGE, "browser/test_exam.py::test_a_paper_is_as_it_was_left"),
    (
        "otherwise, the page tells you.",
        PAGE,
        "browser/test_exam_restricted.py::test_without_storage_the_exam_works_and_says_what_is_lost",
    ),
    ("When you come back, the exam is as you left it.", PAGE, "browser/test_exam.py::test_a_paper_is_as_it_was_left"),
    (
        "the site grades the answers that you had given by then.",
        PAGE,
        "browser/test_exam.py::test_time_that_ran_out_while_away_ends_the_paper_as_it_was",
    ),
    (
        "Before you hand in an exam, the page lists the questions that you have not answered.",
        PAGE,
        "browser/test_exam_paper.py::test_an_untouched_paper_is_not_handed_in_by_one_click",
    ),
    ("The site doesn't send your answers anywhere.", PAGE, "browser/test_pages.py::test_kind_of_page"),
]
