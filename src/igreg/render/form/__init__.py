"""How a form looks: a page for people, and the form of an issue."""
