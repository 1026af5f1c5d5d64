"""Rules of the family incidents."""
