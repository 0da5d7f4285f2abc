"""The Visits place of a client: preparing, the sheet, the debrief."""
