"""Puts a password on a finished PDF file: AES with 256 bits, as PDF 2.0 has it (security handler revision 6)."""

from __future__ import annotations

import io
import secrets

from kamdesk.errors import Trouble
from kamdesk.words import said

_LONGEST = 127  # bytes of a password that a reader looks at
_ALGORITHM = "AES-256"


def lock(data: bytes, password: str) -> bytes:
    """The same file, which opens with the password only; Trouble for one that cannot be typed again.

    Whoever opens it may print and copy. Its owner's password is thrown away, so that nobody can change what the
    file allows.
    """
    from pypdf import PdfReader, PdfWriter  # dear, and seldom wanted
    from pypdf.constants import UserAccessPermissions as May

    if not password.strip():
        raise Trouble(said("An empty password protects nothing."), said("Type one, or leave the file open."))
    if len(password.encode()) > _LONGEST:
        raise Trouble(
            said("The password is too long: readers know {n} bytes of one.", n=_LONGEST), said("Take a shorter one.")
        )
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(
        user_password=password,
        owner_password=secrets.token_urlsafe(24),
        permissions_flag=May.PRINT | May.PRINT_TO_REPRESENTATION | May.EXTRACT | May.EXTRACT_TEXT_AND_GRAPHICS,
        algorithm=_ALGORITHM,
    )
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()
