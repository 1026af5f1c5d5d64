"""What became of a record, commit by commit: its life, and when each of its values came to be."""
