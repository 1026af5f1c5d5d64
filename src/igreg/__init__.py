"""igreg: a register of information governance in YAML, checked, drawn and kept up to date."""

__version__ = "0.1.0"
