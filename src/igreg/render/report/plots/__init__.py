"""Numbers as drawings: plots and matrices of marks, in the shapes of which every drawing is made."""
