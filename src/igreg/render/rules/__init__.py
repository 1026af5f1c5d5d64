"""Rules -> text."""
