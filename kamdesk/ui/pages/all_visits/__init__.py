"""The Visits place over all clients."""
