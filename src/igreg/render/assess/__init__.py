"""How a return looks."""
