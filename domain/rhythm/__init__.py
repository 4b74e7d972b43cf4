"""The day's rhythm: what the calendar itself brings about, once for each local date."""
