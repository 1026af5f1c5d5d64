"""The pages of a site, as values and as bytes."""
