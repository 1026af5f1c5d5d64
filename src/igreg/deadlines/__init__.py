"""What falls due: one kind of date a file. The list shows them, and rules tell those that are past."""
