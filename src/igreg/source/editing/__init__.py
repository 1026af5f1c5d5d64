"""Changes to a text in place, which keep comments, order and quoting."""
