"""The Weigh-in place, one person."""
