"""Disk, Git and the layout engine: the only package that touches the world."""
