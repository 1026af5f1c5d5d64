"""What an organisation tells of its register on pages: each page as a value, and who may see which field of it."""
