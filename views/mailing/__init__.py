"""A card as a letter, and what the cards say of letters (R30)."""
