"""The Rivals place of a client, and rivals over all clients."""
