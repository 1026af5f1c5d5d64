"""Rules of the family leadership."""
