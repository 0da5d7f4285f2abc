"""The set-up from source: what README promises, what is pinned, what is installed and when."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer import from_source, system

ROOT = from_source.ROOT
FakeProgram = Callable[[str, str], None]


@pytest.fixture
def fake_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeProgram:
    """Makes the only programs on PATH: small shell scripts that write how they were called to `calls`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def make(name: str, body: str) -> None:
        script = folder / name
        script.write_text(f'#!/bin/sh\necho "{name} $*" >> {tmp_path}/calls\n{body}\n', encoding="utf-8")
        script.chmod(0o755)

    return make


def calls(tmp_path: Path) -> str:
    """What the fake programs wrote down."""
    written = tmp_path / "calls"
    return written.read_text(encoding="utf-8") if written.exists() else ""


def pins() -> dict[str, tuple[str, list[str]]]:
    """Version and hashes of every pinned package."""
    text = from_source.CONSTRAINTS.read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, version = re.findall(r"^([\w.-]+)==(\S+)", line)[0]
            found[canonicalize_name(name)] = (version, re.findall(r"--hash=sha256:([0-9a-f]{64})\b", line))
    return found


def test_the_readme_gives_two_commands_and_ci_runs_the_second() -> None:
    """Exactly two commands do all the set-up, and the one for tests is the one that CI runs."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^python3 installer/from_source\.py .*$", readme, re.MULTILINE)
    assert commands == ["python3 installer/from_source.py run", "python3 installer/from_source.py test"]
    assert "README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_declared_dependency_is_pinned_to_a_version_that_fits() -> None:
    """A dependency added to pyproject.toml without a pin would only fail on somebody else's computer."""
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project, pinned = described["project"], pins()
    wanted = [
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
        *described["build-system"]["requires"],
    ]
    for requirement in map(Requirement, wanted):
        version, _ = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_every_pin_has_hashes_and_the_file_names_no_host() -> None:
    """Packages come from whatever index a computer is set to use, and are taken only if they are the known ones."""
    assert all(hashes for _, hashes in pins().values())
    assert not re.search(r"://|index|find-links", from_source.CONSTRAINTS.read_text(encoding="utf-8"))


def test_the_libraries_of_qt_have_wheels_for_every_kind_of_computer() -> None:
    """PySide6 has one wheel per system (four), sqlcipher3 one per system and Python."""
    pinned = pins()
    assert len(pinned["pyside6-essentials"][1]) == 4
    assert len(pinned["sqlcipher3"][1]) == 16


@pytest.mark.parametrize("arguments", [[], ["unknown"], ["test", "more"], ["setup", "more"]])
def test_a_command_that_is_not_understood_explains_itself(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert from_source.main(arguments) == 2
    assert "from_source.py run" in capsys.readouterr().err


def test_it_starts_as_a_file_from_any_folder(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "installer" / "from_source.py"), "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Sets KAMDesk up" in done.stderr


def test_a_failed_step_says_what_the_program_said_and_gives_its_exit_code() -> None:
    command = [sys.executable, "-c", "print('no such host'); raise SystemExit(7)"]
    with pytest.raises(from_source.Stopped, match="no such host\nIs the network there") as stopped:
        from_source.step(command, "Is the network there?")
    assert stopped.value.code == 7


def test_bytecode_is_compiled_even_where_python_is_told_not_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(from_source, "PYTHON", Path(sys.executable))
    (tmp_path / "one.py").write_text("x = 1\n", encoding="utf-8")
    from_source.compile_bytecode(tmp_path)
    assert list(tmp_path.glob("__pycache__/one.*.pyc"))


def test_the_whole_suite_is_the_last_stage_so_that_its_summary_is_the_last_in_the_log() -> None:
    name, command, _ = from_source.test_stages()[-1]
    assert "tests" in name
    assert "-m" not in command[2:]


def test_a_quiet_stage_is_one_line_and_a_failing_one_shows_its_output(capfd: pytest.CaptureFixture[str]) -> None:
    fine = [sys.executable, "-c", "print('hidden')"]
    assert from_source.stage("[1/2] fine", fine, {}, shown=False) == 0
    assert re.fullmatch(r"\[1/2\] fine \.\.\. ok \(\d+\.\d s\)\n", capfd.readouterr().out)
    broken = [sys.executable, "-c", "import os; print(os.environ['WORD']); raise SystemExit(3)"]
    assert from_source.stage("[2/2] broken", broken, {"WORD": "reason"}, shown=False) == 3
    assert capfd.readouterr().out == "[2/2] broken ... failed\nreason\n\n"


def test_another_pin_makes_the_environment_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tmp_path / "constraints.txt"
    changed.write_bytes(from_source.CONSTRAINTS.read_bytes() + b"\n")
    before = from_source.fingerprint()
    monkeypatch.setattr(from_source, "CONSTRAINTS", changed)
    assert from_source.fingerprint() != before


def test_only_what_is_missing_is_installed() -> None:
    assert system.missing({"liba.so.1": "liba1", "libb.so.2": "libb2"}, ["libb.so.2"]) == ["liba1"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a loader to ask")
def test_the_loader_knows_the_c_library() -> None:
    assert any(name.startswith(("libc.so", "libc.musl")) for name in system.known_libraries())


debian = pytest.mark.skipif(not Path("/etc/debian_version").exists(), reason="needs Debian or Ubuntu")


@debian
def test_root_installs_without_being_asked(tmp_path: Path, fake_program: FakeProgram, as_root: None) -> None:
    fake_program("apt-get", "exit 0")
    fake_program("env", 'shift; exec "$@"')
    assert system.install(["liba1", "libb2"]) == ""
    assert "install -y --no-install-recommends liba1 libb2" in calls(tmp_path)


@debian
def test_somebody_with_sudo_that_asks_nothing_installs_through_it(
    tmp_path: Path, fake_program: FakeProgram, as_somebody: None
) -> None:
    fake_program("apt-get", "exit 0")
    fake_program("sudo", "exit 0")
    assert system.install(["liba1"]) == ""
    assert "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y" in calls(tmp_path)


@debian
def test_somebody_without_rights_gets_the_one_line_to_run(
    tmp_path: Path, fake_program: FakeProgram, as_somebody: None
) -> None:
    fake_program("apt-get", "exit 0")
    fake_program("sudo", "exit 1")
    line = "Please run: sudo apt-get install -y --no-install-recommends liba1 libb2"
    assert system.install(["liba1", "libb2"]) == line
    assert "apt-get" not in calls(tmp_path)


@debian
def test_a_failed_installation_gives_the_line_too(fake_program: FakeProgram, as_root: None) -> None:
    fake_program("apt-get", "exit 100")
    fake_program("env", 'shift; exec "$@"')
    assert system.install(["liba1"]).endswith("liba1")


@pytest.fixture
def as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if root ran the test."""
    monkeypatch.setattr("os.geteuid", lambda: 0)


@pytest.fixture
def as_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if an ordinary user ran the test."""
    monkeypatch.setattr("os.geteuid", lambda: 1000)
