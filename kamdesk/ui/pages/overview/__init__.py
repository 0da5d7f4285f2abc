"""The Overview place of a client."""
