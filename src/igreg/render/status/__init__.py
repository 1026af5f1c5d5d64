"""How the screen of a register looks."""
