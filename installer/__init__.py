"""What turns the source into something a person can install: fonts, icons, tables, packages."""
