"""YAML text in, plain data out: a fast reader where the text is plain, an exact one everywhere else."""
