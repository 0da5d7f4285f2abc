"""The Paper place."""
