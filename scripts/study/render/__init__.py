"""A piece of Markdown as HTML, plain text, or a picture."""
