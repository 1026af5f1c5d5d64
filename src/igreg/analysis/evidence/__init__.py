"""What a register shows of an item of a pack: proof by proof, on a day, with the records and what is missing."""
