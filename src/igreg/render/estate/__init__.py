"""How many registers look, side by side."""
