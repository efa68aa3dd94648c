"""The pure core: Markdown in, the guide out, and everything that is projected from it. Knows nothing of MkDocs."""
