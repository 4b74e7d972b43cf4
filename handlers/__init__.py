"""From an update to one verb and back: a handler sends nothing and holds no rule."""
