"""Rules of the family information."""
