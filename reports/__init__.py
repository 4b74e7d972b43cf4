"""What the papers are made of: rows become figures, figures become files; nothing here knows the messenger."""
