"""What a spreadsheet says, and where: bytes to cells and back. It alone knows the libraries of spreadsheets."""
