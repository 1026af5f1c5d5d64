"""How packs look: a list of them, and one of them whole."""
