"""Who held what over time, in each format that is text."""
