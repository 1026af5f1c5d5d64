"""From values to the bytes of each file: what a command puts together from drawing, rendering and disk."""
