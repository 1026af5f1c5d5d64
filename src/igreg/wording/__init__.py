"""Facts of a chart in words: what a box, a line and a table say; how they look, `drawing` and `render` decide."""
