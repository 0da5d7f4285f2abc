"""The Plan place: actions and promises."""
