"""The rules: one rule is one module and one page of the same name, in a folder per family."""
