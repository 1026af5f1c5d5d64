"""Rules of the family exceptions."""
