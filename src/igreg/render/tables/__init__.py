"""The register's tables, and answers asked of them, in each format."""
