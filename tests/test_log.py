"""The log tells where in the code a bug was and nothing of a client."""

from __future__ import annotations

from pathlib import Path

from kamdesk.log import LOGGER, close_log, open_log, tell_bug

SECRET = "华星精密 王璐"


def broken() -> Exception:
    """A bug whose messages quote a client."""
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as first:
            raise ValueError(f"no such {SECRET}") from first
    except ValueError as second:
        return second


def test_a_bug_is_told_without_its_messages() -> None:
    told = tell_bug(broken())
    assert "ValueError" in told
    assert "KeyError" in told
    assert "broken" in told
    assert SECRET not in told
    assert str(Path(__file__).parent.parent) not in told


def test_the_log_is_written_into_the_data_folder_and_let_go(tmp_path: Path) -> None:
    file = open_log(tmp_path)
    LOGGER.error("bug\n%s", tell_bug(broken()))
    close_log()
    assert "ValueError" in file.read_text(encoding="utf-8")
    assert SECRET not in file.read_text(encoding="utf-8")
    file.unlink()


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    open_log(tmp_path)
    for _ in range(12_000):
        LOGGER.info("x" * 120)
    close_log()
    sizes = [file.stat().st_size for file in (tmp_path / "log").iterdir()]
    assert len(sizes) == 4
    assert max(sizes) <= 256 * 1024
