"""Two states of a register, judged on one day: what the change means. Nothing here reads, asks a clock or prints."""
