"""The command line: the same desk as the window, without a display and without Qt."""
