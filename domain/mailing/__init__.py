"""Cards that go by e-mail (R30)."""
