"""Measurements: a generator of registers of any size, and whole processes timed beside their peers."""
