"""Links and pictures: what is chosen from what is there, and refused when it does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from kamdesk.client.company import Company
from kamdesk.client.record import field_of
from kamdesk.client.rival_records import Rival
from kamdesk.ui.parts import images
from kamdesk.ui.parts.link_editor import LinkEditor
from kamdesk.ui.parts.picture_editor import PictureEditor
from tests.ui.parts.conftest import Bench


class TestLinks:
    """A link is found by typing its name."""

    rivals = (Rival(key="k1", name="Kerui"), Rival(key="k2", name="Brandt"), Rival(key="k3", name="Brandt"))

    @pytest.fixture
    def made(self, bench) -> Bench:
        made = bench(field_of(Company, "rival"))
        assert isinstance(made.editor, LinkEditor)
        made.editor.offer(self.rivals)
        made.editor.show_value(None)
        return made

    def test_part_of_a_name_is_enough_when_it_is_the_only_one(self, made: Bench, qtbot) -> None:
        qtbot.keyClicks(made.editor.line, "keru")
        qtbot.keyClick(made.editor.line, Qt.Key.Key_Return)
        assert made.told == ["k1"]
        assert made.editor.line.text() == "Kerui"

    def test_two_of_one_name_are_told_apart(self, made: Bench) -> None:
        made.editor.show_value("k3")
        assert made.editor.line.text() == "Brandt (2)"

    def test_an_unknown_name_is_said_and_a_second_enter_makes_it(self, made: Bench, qtbot) -> None:
        wanted: list[str] = []
        made.editor.creating.connect(wanted.append)
        qtbot.keyClicks(made.editor.line, "Nordvik")
        qtbot.keyClick(made.editor.line, Qt.Key.Key_Return)
        assert made.told == []
        assert made.editor.problem()
        qtbot.keyClick(made.editor.line, Qt.Key.Key_Return)
        assert wanted == ["Nordvik"]

    def test_an_emptied_link_points_to_nothing(self, made: Bench, qtbot) -> None:
        made.editor.show_value("k1")
        made.editor.start()
        qtbot.keyClick(made.editor.line, Qt.Key.Key_Delete)
        made.leave()
        assert made.told == [None]


class TestPictures:
    """Only pictures are taken, and only small ones are kept."""

    @pytest.fixture
    def made(self, bench) -> Bench:
        made = bench(field_of(Company, "logo"))
        assert isinstance(made.editor, PictureEditor)
        return made

    @staticmethod
    def image(width: int, height: int) -> QImage:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        return image

    def test_a_large_picture_is_made_small_and_written_as_png(self, made: Bench, tmp_path: Path) -> None:
        self.image(2000, 1000).save(str(tmp_path / "logo.jpg"))
        made.editor.take_file(str(tmp_path / "logo.jpg"))
        kept = images.from_png(made.told[0])
        assert (kept.width(), kept.height()) == (512, 256)

    @pytest.mark.parametrize(
        "data", [b"", b"no picture at all", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\nbroken"]
    )
    def test_what_is_no_picture_gets_a_sentence_and_the_old_one_stays(
        self, made: Bench, tmp_path: Path, data: bytes
    ) -> None:
        old = images.to_png(self.image(8, 8))
        made.editor.show_value(old)
        file = tmp_path / "logo.png"
        file.write_bytes(data)
        made.editor.take_file(str(file))
        assert made.told == []
        assert "logo.png" in made.editor.problem()
        assert made.editor.value() == old

    def test_a_copied_picture_can_be_pasted(self, made: Bench) -> None:
        data = QMimeData()
        data.setImageData(self.image(40, 40))
        QGuiApplication.clipboard().setMimeData(data)
        made.editor.paste()
        assert images.from_png(made.told[0]).width() == 40

    def test_clearing_takes_the_picture_away(self, made: Bench) -> None:
        made.editor.show_value(images.to_png(self.image(8, 8)))
        made.editor.clear()
        assert made.told == [None]
