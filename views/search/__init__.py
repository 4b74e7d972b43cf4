"""What a search of the register shows."""
