"""Shows and asks; the only Qt."""
