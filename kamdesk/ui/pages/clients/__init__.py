"""The Clients place."""
