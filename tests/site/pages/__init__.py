"""Each page of the menu."""
