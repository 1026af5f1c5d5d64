"""Slips of the pen: what people write in YAML by mistake, and the line as it should be. One sort of slip a file."""
