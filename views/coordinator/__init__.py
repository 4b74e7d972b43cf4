"""What the coordinators read and press beside the card itself."""
