"""What a citizen does: writes, adds, corrects, asks, judges the answer, takes a message back."""
