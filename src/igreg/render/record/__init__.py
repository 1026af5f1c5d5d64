"""A record -> text."""
