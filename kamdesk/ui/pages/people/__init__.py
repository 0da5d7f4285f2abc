"""The People place: map, list, heat map."""
