"""Returns: what was answered to a framework, and what state that leaves each item in."""
