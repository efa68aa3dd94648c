"""The check: rules, their messages, and the reports."""
