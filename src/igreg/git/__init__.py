"""What was committed and when: the only room that runs Git. Nothing is checked out, written, fetched or obeyed."""
