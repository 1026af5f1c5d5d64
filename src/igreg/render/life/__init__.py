"""What became of a record, in text, Markdown and JSON."""
