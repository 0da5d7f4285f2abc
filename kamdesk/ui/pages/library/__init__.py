"""The Library place: checklists and rules."""
