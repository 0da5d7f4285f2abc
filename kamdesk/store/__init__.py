"""Keeps clients in one encrypted file; the only SQL."""
