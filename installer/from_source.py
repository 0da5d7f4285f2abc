"""Sets KAMDesk up from its source, then runs it or its tests. Needs Python 3.11 or newer and nothing else.

    python3 installer/from_source.py run [-- ARGUMENTS]   the program; arguments as for the command `kamdesk`
    python3 installer/from_source.py test                 every check and every test
    python3 installer/from_source.py setup                only the set-up

What is already in place is not done again. On Debian and Ubuntu missing system libraries are installed when that needs
no password; otherwise the one line that installs them is printed.
"""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # started as a file, Python looks for modules in installer/ only

from installer import system  # noqa: E402

VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "kamdesk-set-up"
CONSTRAINTS = ROOT / "installer" / "constraints.txt"


class Stopped(Exception):
    """A step could not be done; carries what to say and the exit code."""

    def __init__(self, words: str, code: int = 1) -> None:
        super().__init__(words)
        self.code = code


def main(arguments: Sequence[str]) -> int:
    """Does what the first argument says; gives the exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a Windows console may not know every letter a tool prints
    verb, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must get this far to be told so
            raise Stopped("KAMDesk needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
        if verb == "run":
            return run(rest[1:] if rest[:1] == ["--"] else rest)
        if verb in ("test", "setup") and not rest:
            return test() if verb == "test" else set_up(testing=False)
    except Stopped as stopped:
        print(stopped, file=sys.stderr)
        return stopped.code
    print(__doc__, file=sys.stderr)
    return 2


def run(arguments: Sequence[str]) -> int:
    """Sets up and runs the program in the caller's folder; gives its exit code."""
    set_up(testing=False, window=system.display() and not (arguments and arguments[0][:1] != "-"))
    command = [str(PYTHON), "-m", "kamdesk", *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(PYTHON, command, environment())  # the program itself gets the signals
    return subprocess.call(command, env=environment())


def set_up(*, testing: bool, window: bool = False) -> int:
    """Brings system libraries, environment, packages and bytecode up to date.

    Without the system packages it goes on if nothing of this run needs them: no test, no window, no new environment.
    """
    advice = system.install_missing(testing=testing, environment=not PYTHON.exists())
    if advice:
        print(advice, file=sys.stderr)
        if testing or window or not (PYTHON.exists() or system.has_ensurepip()):
            raise Stopped("KAMDesk needs these system packages; then run the same command again.")
    if not (PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == fingerprint()):
        begun = time.monotonic()
        make_environment()
        install_packages()
        STAMP.write_text(fingerprint(), encoding="utf-8")
        say(f"set up in {time.monotonic() - begun:.0f} s")
    compile_bytecode(ROOT / "kamdesk")
    return 0


def fingerprint() -> str:
    """What the environment is made from: another pin, project file, Python or folder makes it anew."""
    places = f"{ROOT}\0{os.path.realpath(PYTHON)}".encode()
    return hashlib.sha256(CONSTRAINTS.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + places).hexdigest()


def make_environment() -> None:
    """Makes .venv unless a working one is there."""
    works = [str(PYTHON), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    if PYTHON.exists() and subprocess.run(works, capture_output=True, check=False).returncode == 0:
        return
    say("making .venv")
    step([sys.executable, "-m", "venv", "--clear", str(VENV)], "The Python environment could not be made.")


def install_packages() -> None:
    """Installs the pinned packages and the project itself, then compiles them with all processors."""
    say("installing the pinned packages into .venv (about 300 MB the first time)")
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-compile"]
    if not sys.stdout.isatty():
        pip.append("--quiet")
    failed = "The packages could not be installed; is the network there? Running the command again goes on from here."
    step([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(CONSTRAINTS)], failed, watched=True)
    project = [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    step(project, "KAMDesk itself could not be installed.", watched=True)
    say("compiling")
    compile_bytecode(VENV)


def compile_bytecode(folder: Path) -> None:
    """Compiles every module in a folder that is newer than its bytecode; what can't be compiled is left."""
    command = [str(PYTHON), "-m", "compileall", "-qq", "-j", "0", str(folder)]
    subprocess.run(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def test() -> int:
    """Sets up, then runs every stage; stops at the first that fails and gives its exit code."""
    set_up(testing=True)
    begun = time.monotonic()
    stages = test_stages()
    for number, (name, command, extra) in enumerate(stages, start=1):
        # The last stage prints as it goes, so that its summary is the last test result in the log.
        code = stage(f"[{number}/{len(stages)}] {name}", command, extra, shown=number == len(stages))
        if code:
            print(f"KAMDesk: stopped at {name}, exit code {code}", flush=True)
            return code
    print(f"KAMDesk: every stage is in order, {time.monotonic() - begun:.0f} s", flush=True)
    return 0


def stage(title: str, command: Sequence[str], extra: dict[str, str], *, shown: bool) -> int:
    """Runs one stage with one line about it, its own output only if shown or failed; gives its exit code."""
    begun = time.monotonic()
    print(title, end="\n" if shown else " ... ", flush=True)
    output = None if shown else subprocess.PIPE
    errors = None if shown else subprocess.STDOUT
    done = subprocess.run(command, cwd=ROOT, env={**environment(), **extra}, stdout=output, stderr=errors, check=False)
    if not shown:
        print("failed" if done.returncode else f"ok ({time.monotonic() - begun:.1f} s)", flush=True)
        if done.returncode:
            print(done.stdout.decode("utf-8", "replace"), flush=True)
    return done.returncode


def test_stages() -> list[tuple[str, list[str], dict[str, str]]]:
    """Name, command and added environment of each stage, the quick ones first and the whole suite last."""
    python = [str(PYTHON), "-m"]
    contracts = [str(PYTHON), "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    smoke, platform = [*python, "pytest", "-m", "smoke", "tests/ui"], ""  # "" is the system's own
    if sys.platform.startswith("linux"):
        smoke, platform = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", *smoke], "xcb"
    return [
        ("lint (ruff check)", [*python, "ruff", "check", "."], {}),
        ("format (ruff format)", [*python, "ruff", "format", "--check", "."], {}),
        ("types (mypy)", [*python, "mypy"], {}),
        ("imports (import-linter)", contracts, {}),
        ("smoke of the real window (pytest -m smoke)", smoke, {"QT_QPA_PLATFORM": platform}),
        ("tests (pytest)", [*python, "pytest", "-n", "2"], {"QT_QPA_PLATFORM": "offscreen"}),
    ]


def environment() -> dict[str, str]:
    """The caller's environment, without what would keep Python from writing bytecode or finding its own library."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME")}


def step(command: Sequence[str], failed: str, *, watched: bool = False) -> None:
    """Runs one command of the set-up; its output is shown if somebody watches, or if it fails."""
    shown = watched and sys.stdout.isatty()
    output = None if shown else subprocess.PIPE
    done = subprocess.run(command, cwd=ROOT, stdout=output, stderr=None if shown else subprocess.STDOUT, check=False)
    if done.returncode:
        raise Stopped((done.stdout or b"").decode("utf-8", "replace") + failed, done.returncode)


def say(words: str) -> None:
    """One line about what goes on, on stderr: the output of a command run through this stays its own."""
    print(f"KAMDesk: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
