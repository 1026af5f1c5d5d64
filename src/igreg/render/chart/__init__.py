"""A chart -> text and drawings, one file a format."""
