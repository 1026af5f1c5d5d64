"""What two states come to, in each format."""
