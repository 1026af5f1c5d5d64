"""The breach desk in each format."""
