"""The list of what is due -> text, one file a format."""
