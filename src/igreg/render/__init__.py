"""Values -> text, one function per format. Nothing here prints."""
