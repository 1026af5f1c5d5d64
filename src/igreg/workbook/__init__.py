"""The register as a workbook and back: what stands in which cell, and what came back changed."""
