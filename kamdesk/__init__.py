"""KAMDesk: what a key-account manager keeps open all day."""

__version__ = "0.1.0"
