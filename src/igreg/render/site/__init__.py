"""How the pages of a site look."""
