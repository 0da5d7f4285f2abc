"""Widgets that know no place: editors, tables, chips, charts."""
