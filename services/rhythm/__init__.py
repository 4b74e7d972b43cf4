"""What the calendar brings about: the day's summary, the week's reminder notes."""
