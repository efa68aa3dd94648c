"""What quiz pages and the exam promise: each sentence, the file that has it, and the test that keeps it.

Sentences are as in the file, with any white space as one space.
"""

from __future__ import annotations

QUIZ = "docs/assets/javascripts/quiz.js"
EXAM = "docs/assets/javascripts/exam.js"
SITTING = "docs/assets/javascripts/exam/sitting.js"
RESULT = "docs/assets/javascripts/exam/result.js"
PAGE = "docs/exam.md"
BLOCKS = "scripts/study/question_blocks.py"

PROMISES = [
    ("Answers stay in this browser.", QUIZ, "test_nothing_is_said_to_stay_where_it_does_not"),
    ("Answers stay in this browser.", QUIZ, "test_another_tab_sees_an_answer_and_loses_none_of_its_own"),
    ("open again.", QUIZ, "test_what_was_emptied_stays_empty_and_the_record_stays"),
    ("You can read the questions and their options here.", BLOCKS, "test_without_script_the_page_says_what_works"),
    ("To answer them, the page needs JavaScript and a web server.", BLOCKS, "test_from_a_folder_the_page_says_what_works"),
    ("The right options and all reasons are in the", BLOCKS, "test_from_a_folder_the_page_says_what_works"),
    ("Your answers until then are kept.", EXAM, "test_time_that_ran_out_while_away_ends_the_paper_as_it_was"),
    ("Your paper is as you left it:", EXAM, "test_a_paper_is_as_it_was_left"),
    ("The paper was thrown away.", EXAM, "test_a_paper_can_be_thrown_away"),
    ("This paper was handed in in another tab.", EXAM, "test_two_tabs_fill_in_one_paper_and_it_counts_once"),
    ("This paper was closed in another tab.", EXAM, "test_two_tabs_fill_in_one_paper_and_it_counts_once"),
    ("nothing goes into your record.", SITTING, "test_a_paper_can_be_thrown_away"),
    ("What is left empty earns no point.", SITTING, "test_what_is_left_empty_is_counted_but_never_answered"),
    ("Once the paper is handed in, you cannot change it.", SITTING, "test_what_is_unanswered_is_named_and_one_click_away"),
    ("left this site since you began", RESULT, "test_a_question_that_vanished_is_not_asked_and_does_not_count"),
    ("The reasons could not be loaded.", RESULT, "test_without_the_reasons_the_paper_is_marked"),
    ("you see no answer before the end.", PAGE, "test_answers_are_withheld_until_the_end_then_all_is_marked_and_recorded"),
    ("Nothing falls below zero, so choosing everything earns nothing.", PAGE, "test_several_right_options_share_a_point"),
    ("Capitals do not matter.", PAGE, "test_a_number_counts_in_every_usual_form"),
    ("no point, and no penalty.", PAGE, "test_what_is_left_empty_is_counted_but_never_answered"),
    ("keeps running while you are away or reload the page.", PAGE, "test_a_paper_is_as_it_was_left"),
    ("Your paper is kept in this browser if it lets this site store data", PAGE, "test_a_paper_is_as_it_was_left"),
    ("where it does not, the page says so.", PAGE, "test_without_storage_the_exam_works_and_says_what_is_lost"),
    ("Come back, and the paper is as you left it.", PAGE, "test_a_paper_is_as_it_was_left"),
    ("your answers until then are marked.", PAGE, "test_time_that_ran_out_while_away_ends_the_paper_as_it_was"),
    ("the page names them.", PAGE, "test_an_untouched_paper_is_not_handed_in_by_one_click"),
    ("Nothing is sent anywhere.", PAGE, "test_page"),
]
