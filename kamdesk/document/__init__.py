"""Tells about a client on paper; the only PDF."""
