"""YAML text in, plain data and places out; the only importer of YAML libraries. Nothing here reads files."""
