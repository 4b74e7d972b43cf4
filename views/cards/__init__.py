"""Cards: one appeal as the staff see it, and what stands pinned above them."""
