"""What the frame of the window can do, described once: shortcuts, palette, menu and cheat sheet read this table."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.words import N_


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: its name in code, its words, its icon and its keys (the first is the one that is told)."""

    name: str
    label: str
    icon: str
    keys: tuple[str, ...] = ()
    client: bool = False  # only where a client is shown
    listed: bool = True  # in palette and menu; the cheat sheet has all


DEEDS: tuple[Deed, ...] = (
    Deed("palette", N_("Search or command"), "search", ("Ctrl+K",), listed=False),
    Deed("back", N_("Back"), "arrow-left", ("Alt+Left",), listed=False),
    Deed("forward", N_("Forward"), "arrow-right", ("Alt+Right",), listed=False),
    Deed("find", N_("Search in this page"), "filter", ("Ctrl+F",), listed=False),
    Deed("undo", N_("Undo"), "undo-2", ("Ctrl+Z",)),
    Deed("redo", N_("Redo"), "redo-2", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Deed("new", N_("New item here"), "plus", ("Ctrl+N",)),
    Deed("new_client", N_("New client"), "plus", ("Ctrl+Shift+N",)),
    Deed("export", N_("Export the plan as PDF"), "download", ("Ctrl+E",), client=True),
    Deed("print", N_("Print the plan"), "printer", ("Ctrl+P",), client=True),
    Deed("print_list", N_("Print this list"), "list", ("Ctrl+Alt+P",)),
    Deed("batch", N_("Documents of many clients"), "layers"),
    Deed("print_tomorrow", N_("Print tomorrow's visit sheets"), "printer", ("Ctrl+Shift+P",)),
    Deed("review", N_("Weekly review"), "square-check"),
    Deed("calendar", N_("All visits as a calendar file"), "calendar"),
    Deed("apart", N_("Open in a new window"), "external-link"),
    Deed("remove_client", N_("Remove this client"), "trash-2", (), client=True),
    Deed("sample", N_("Load the sample clients"), "building-2"),
    Deed("next_place", N_("Next place of the client"), "chevron-right", ("Ctrl+PgDown", "Ctrl+Tab"), True, False),
    Deed("previous_place", N_("Place before"), "chevron-left", ("Ctrl+PgUp", "Ctrl+Shift+Tab"), True, False),
    Deed("next_pane", N_("Next part of the window"), "panel-left", ("F6",), listed=False),
    Deed("previous_pane", N_("Previous part of the window"), "panel-left", ("Shift+F6",), listed=False),
    Deed("fold", N_("Fold the rail"), "panel-left", ("Ctrl+B",)),
    Deed("theme", N_("Light or dark"), "moon", ("Ctrl+Shift+D",)),
    Deed("language", N_("Language"), "languages", ("Ctrl+Alt+L",)),
    Deed("settings", N_("Settings"), "settings", ("Ctrl+,",)),
    Deed("keys", N_("Keys of this page"), "keyboard", ("F1", "?")),
    Deed("close", N_("Close the window"), "log-out", ("Ctrl+W", "Ctrl+Q")),
)


def deed(name: str) -> Deed:
    """One thing to do by its name; KeyError when there is none."""
    for found in DEEDS:
        if found.name == name:
            return found
    raise KeyError(name)
