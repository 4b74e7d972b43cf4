"""The day in figures, and what falls due in a week."""
