"""The day's summary as one picture."""
