"""Tests of the breach desk in each format."""
