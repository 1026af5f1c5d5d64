"""What a table would bring into a register: which columns mean what, who is meant by a row, what is new or changed."""
