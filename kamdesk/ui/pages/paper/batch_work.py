"""What a worker does for one document of many: no window is loaded for it."""

from __future__ import annotations

import io

from kamdesk.desk.many import Paper
from kamdesk.ui.pages.paper.order import Order


def make(order: Order) -> Paper:
    """Write what is ordered."""
    held = io.BytesIO()
    written = order.write(held)
    return Paper(held.getvalue(), written)
