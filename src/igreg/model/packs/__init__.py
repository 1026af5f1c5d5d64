"""A pack: what a toolkit, a standard or a commissioner asks, as data. Shipped packs and own ones have one format."""
