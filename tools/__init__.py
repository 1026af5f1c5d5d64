"""Tools of the workshop: generated files, and the beginning of a new rule. Not shipped."""
