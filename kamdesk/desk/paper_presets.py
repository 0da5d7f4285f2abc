"""A client's papers as a rep likes them: choices saved under a name, and conclusions written by hand."""

from __future__ import annotations

from typing import Any

from kamdesk.client.client import Client
from kamdesk.client.edit import add, change, removal
from kamdesk.client.paper_records import Audience, Conclusion, PaperPreset
from kamdesk.desk.editions import A4, PLAN, Order
from kamdesk.store.step import Step
from kamdesk.words import Said, said


def save(client: Client, name: str, order: Order) -> Step:
    """Save what is chosen under a name; a name that is taken gets the new choice."""
    told = said("Save the choice “{name}”", name=name.strip())
    values = _values(order)
    if held := preset_called(client, name):
        return Step(told, (change(held, **values),))
    return Step(told, (add(PaperPreset(owner=client.key, name=name.strip(), **values)),))


def rename(preset: PaperPreset, name: str) -> Step:
    """Give a saved choice another name; ask `name_problem` first."""
    told = said("Rename “{name}” to “{other}”", name=preset.name, other=name.strip())
    return Step(told, (change(preset, name=name.strip()),))


def remove(client: Client, preset: PaperPreset) -> Step:
    """Take a saved choice away."""
    return Step(said("Remove the choice “{name}”", name=preset.name), removal(client, preset))


def apply(preset: PaperPreset) -> Order:
    """What a saved choice asks for."""
    return Order(
        preset.document or PLAN,
        preset.audience or Audience.INTERNAL,
        preset.language,
        tuple(preset.chapters.split()),
        preset.paper or A4,
        preset.watermark,
        preset.notice,
    )


def preset_called(client: Client, name: str) -> PaperPreset | None:
    """The saved choice of this name, however it is written large or small."""
    asked = name.strip().casefold()
    return next((item for item in client.presets if item.name.strip().casefold() == asked), None)


def name_problem(client: Client, name: str, preset: PaperPreset | None = None) -> Said | None:
    """Why a choice cannot be called so; `preset` is the one that shall be renamed."""
    if not name.strip():
        return said("A name is needed.")
    held = preset_called(client, name)
    return said("“{name}” is there already.", name=held.name) if held and held is not preset else None


def conclusion_of(client: Client, chapter: str) -> str:
    """The line written by hand for a chapter, "" where the computed one stands."""
    return next((item.text for item in client.conclusions if item.chapter == chapter and item.text.strip()), "")


def set_conclusion(client: Client, chapter: str, text: str, label: str = "") -> Step:
    """Write the line on top of a chapter by hand; "" brings the computed one back."""
    values = {"chapter": Said(label or chapter)}
    held = next((item for item in client.conclusions if item.chapter == chapter), None)
    if not text.strip():
        told = said("Conclusion of “{chapter}” as computed", **values)
        return Step(told, removal(client, held) if held else ())
    told = said("Conclusion of “{chapter}”", **values)
    if held:
        return Step(told, (change(held, text=text.strip()),))
    return Step(told, (add(Conclusion(owner=client.key, chapter=chapter, text=text.strip())),))


def _values(order: Order) -> dict[str, Any]:
    return {
        "document": order.document,
        "audience": order.audience,
        "language": order.language,
        "chapters": " ".join(order.chapters),
        "paper": order.paper,
        "watermark": order.watermark,
        "notice": order.notice,
    }
