"""What a command would write, for machines."""
