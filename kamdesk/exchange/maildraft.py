"""A mail as a draft (.eml) with files attached: the mail program opens it ready to be read over and sent."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

_TYPES = {".pdf": ("application", "pdf"), ".ics": ("text", "calendar"), ".txt": ("text", "plain")}
_OTHER = ("application", "octet-stream")
_SUBJECT = 200  # characters


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes along."""

    name: str
    data: bytes


def mail_draft(
    subject: str,
    body: str,
    to: Iterable[tuple[str, str]] = (),
    attached: Iterable[Attached] = (),
    stamp: datetime | None = None,
) -> bytes:
    """The draft; `to` are names with mail addresses, and whoever has no usable address is left out.

    X-Unsent makes Outlook open it as a draft; other programs open it as a message to edit as new.
    """
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["Subject"] = _one_line(subject)[:_SUBJECT]
    if people := [found for name, address in to if (found := _address(name, address))]:
        mail["To"] = people
    if stamp is not None:
        mail["Date"] = format_datetime(stamp)
    mail.set_content(_plain(body), charset="utf-8", cte="base64")
    for file in attached:
        main, sub = _TYPES.get(_ending(file.name), _OTHER)
        mail.add_attachment(file.data, maintype=main, subtype=sub, filename=_one_line(file.name))
    return mail.as_bytes()


def _address(name: str, address: str) -> Address | None:
    """A person with an address that can be sent to; None when it is no address."""
    local, found, domain = address.strip().rpartition("@")
    if (
        not (found and local and domain)
        or "@" in local
        or not address.isascii()
        or any(sign.isspace() for sign in address.strip())
    ):
        return None
    try:
        return Address(_one_line(name), local, domain)
    except (ValueError, IndexError):  # the parser of the standard library stumbles over some of them
        return None


def _one_line(text: str) -> str:
    """Without line breaks and control characters: a header must never begin another one."""
    kept = (sign if unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp") else " " for sign in text)
    return " ".join("".join(kept).split())


def _plain(text: str) -> str:
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2].lower()}"
