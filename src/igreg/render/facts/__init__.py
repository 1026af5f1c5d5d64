"""Facts -> text."""
