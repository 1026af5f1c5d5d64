"""Text is data: one way for each format to show it and never obey it."""
