"""The steps from one schema of the data file to the next."""
