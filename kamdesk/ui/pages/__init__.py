"""The places of a client and of the rail."""
