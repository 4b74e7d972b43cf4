"""What a citizen reads."""
