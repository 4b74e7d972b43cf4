"""Root causes of what citizens write about, and the road maps that do away with them (R62, control centre, п. 1.2д, 3.2в)."""
