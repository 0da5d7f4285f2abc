"""The Today place and the weekly review."""
