"""Rules of the family fields."""
