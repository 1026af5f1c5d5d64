"""The register as a workbook, as Excel has it."""
