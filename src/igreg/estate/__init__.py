"""How many registers stand, side by side: one view over registers and snapshots."""
