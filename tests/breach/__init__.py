"""Tests of the breach desk as a value."""
