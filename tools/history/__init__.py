"""A repository whose history is worth a look, made from the sample register: `make demo-history`."""
