"""One person of a client: panel and expansion card."""
