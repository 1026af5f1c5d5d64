"""What a form asks of people without Git, and what the text that it gives says."""
