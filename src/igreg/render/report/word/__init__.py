"""Reports as Word documents: an organisation's own document, filled in."""
