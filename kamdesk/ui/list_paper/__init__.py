"""Any list on a screen as a paper of its own."""
