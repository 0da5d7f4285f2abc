"""Rebuilds resources/icons: the Lucide icons the screens use, and our own icon in the sizes desktops ask for.

Run with `python -m installer.icons` from the top folder.
"""

import os
import re
import shutil
from pathlib import Path

from installer.npm import Package, unpacked

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "icons"

LUCIDE = Package(
    "lucide-static",
    "1.62.0",
    "WBZA/m2PvkFpMGHDtsBck5P2A9G4ehLlYu4GwwICcmEm1BvYVgj00lCDxKRWLlbMlOibLaiwdQ88G5pHkSWgwA==",
)

# fmt: off
NAMES = (
    "arrow-down", "arrow-down-left", "arrow-left", "arrow-right", "arrow-up", "arrow-up-right", "building-2",
    "calendar", "calendar-check", "check", "chevron-down", "chevron-left", "chevron-right", "chevron-up", "circle",
    "circle-alert", "circle-check", "circle-dashed", "circle-help", "clipboard-pen", "clock", "clock-alert",
    "copy", "crosshair", "download", "ellipsis", "equal", "external-link", "file-check", "file-text", "filter",
    "flag", "folder-open", "git-merge", "grid-3x3", "grip-vertical", "handshake", "history", "id-card", "image",
    "keyboard", "languages", "layers", "library", "link", "list", "list-filter", "lock", "log-out", "maximize",
    "message-circle-question", "minus", "moon", "network", "panel-left", "paperclip", "pencil", "phone", "plus",
    "printer", "redo-2", "refresh-cw", "scale", "search", "settings", "shield", "shield-alert", "shield-check",
    "sigma", "spline", "square", "square-check", "star", "sun", "swords", "target", "trash-2", "trending-up",
    "triangle-alert", "undo-2", "user", "user-plus", "user-search", "user-x", "users", "waypoints", "x", "zap",
)
# fmt: on

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)

# The thinner line is the look's (theme.toml, icon_stroke); Lucide draws 2. The colour is put in when an icon is shown.
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
    'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">'
)

OWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">'
    '<rect width="20" height="20" rx="4.6" fill="#1f5fbf"/>'
    '<path d="M6.1 4v12M14.8 4.6 7.6 10l7.2 5.4" fill="none" stroke="#ffffff" stroke-width="2.2"/></svg>\n'
)


def build(folder: Path = FOLDER) -> None:
    """Writes every icon, the licence beside them, and our own icon as SVG and PNG, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with unpacked(LUCIDE) as package:
        for name in NAMES:
            drawing = (package / "icons" / f"{name}.svg").read_text(encoding="utf-8")
            (folder / f"{name}.svg").write_text(minimal(drawing), encoding="utf-8", newline="\n")
        shutil.copyfile(package / "LICENSE", folder / "LICENSE-lucide.txt")
    (folder / "kamdesk.svg").write_text(OWN, encoding="utf-8", newline="\n")
    _pictures(folder)


def minimal(drawing: str) -> str:
    """The shapes of a Lucide drawing inside our own short head: no comment, class, size or white space between."""
    inside = re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.DOTALL)
    if inside is None:
        raise ValueError("not a drawing")
    shapes = (re.sub(r"\s+", " ", shape).replace(" />", "/>") for shape in re.findall(r"<[^>]+>", inside[1]))
    return HEAD + "".join(shapes) + "</svg>\n"


def _pictures(folder: Path) -> None:
    """Our own icon as PNG, once per size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(OWN.encode())
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"kamdesk-{size}.png"))


if __name__ == "__main__":
    build()
