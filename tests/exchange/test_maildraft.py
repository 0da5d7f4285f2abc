"""Mail drafts, read back by the standard library."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.exchange.maildraft import Attached, mail_draft

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs", "Cn", "Co")), max_size=60)


def read(data):
    return message_from_bytes(data, policy=default)


def test_a_draft_opens_unsent_with_its_files():
    pdf, ics = Attached("华星 拜访单.pdf", b"%PDF-1.7"), Attached("visit.ics", b"BEGIN:VCALENDAR\r\n")
    mail = read(
        mail_draft(
            "拜访 华星", "明天 14:00", [("林嘉", "lin@example.com")], [pdf, ics], datetime(2026, 11, 23, tzinfo=UTC)
        )
    )
    assert mail["X-Unsent"] == "1"
    assert (mail["Subject"], mail["To"].addresses[0].display_name) == ("拜访 华星", "林嘉")
    assert mail.get_body().get_content().strip() == "明天 14:00"
    found = [(part.get_filename(), part.get_content_type()) for part in mail.iter_attachments()]
    assert found == [("华星 拜访单.pdf", "application/pdf"), ("visit.ics", "text/calendar")]
    assert next(mail.iter_attachments()).get_content() == b"%PDF-1.7"


@given(TEXT, TEXT)
def test_any_words_come_back_as_they_were(subject, body):
    mail = read(mail_draft(subject, body))
    assert mail["Subject"] == subject
    assert mail.get_body().get_content().rstrip("\r\n") == body


@pytest.mark.parametrize("sign", ["\r\nBcc: x@example.com", "\n\nbody", "\x00", "\u2028"])
def test_a_subject_or_a_name_begins_no_other_header(sign):
    mail = read(mail_draft(f"a{sign}b", "c", [(f"d{sign}e", "lin@example.com")], [Attached(f"f{sign}.pdf", b"x")]))
    assert mail["Bcc"] is None
    assert len(mail["To"].addresses) == 1
    assert [part.get_content_type() for part in mail.iter_attachments()] == ["application/pdf"]


@pytest.mark.parametrize(
    "address", ["", "lin", "lin@", "@example.com", "a b@example.com", "a@b@c", "林@例.cn", "a@b\nc"]
)
def test_whoever_has_no_usable_address_is_left_out(address):
    assert read(mail_draft("a", "b", [("Lin", address)]))["To"] is None
