"""The pages of a site as they are read."""
