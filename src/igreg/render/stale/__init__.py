"""How reviews that do not stand look."""
