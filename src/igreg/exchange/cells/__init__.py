"""What a cell says: the value of a field, what is told of it, or why it cannot be taken."""
