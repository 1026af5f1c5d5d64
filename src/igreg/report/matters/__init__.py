"""What a report tells of, matter by matter, as plain values: whichever report has it, it says the same."""
