"""The data of the review page."""
