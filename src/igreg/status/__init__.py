"""What a lead opens first: how the register stands on a day, on one screen."""
