"""Texts -> findings: rules, selection and exceptions. Nothing here prints, reads files or looks at a clock."""
