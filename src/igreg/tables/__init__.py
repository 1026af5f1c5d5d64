"""The register as tables with typed columns, for analysis and other systems."""
