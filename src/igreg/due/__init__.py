"""Register and day -> rows: everything with a date, with who does it and why it is due."""
