"""What a return comes to, item by item: what is asked, what the register shows, what was answered, what is left."""
