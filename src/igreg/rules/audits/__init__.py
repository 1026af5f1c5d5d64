"""Rules of the family audits."""
