"""Markdown in, guide out: pages, terms, questions, answers, essays, workflow, and course."""
