"""Brings clients in and out of the program."""
