"""The whole register as one value, and what can be asked of it."""
