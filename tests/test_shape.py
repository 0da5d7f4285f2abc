"""The shape of the code: everything short, everything public explained, nothing that runs in circles."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for folder in ("kamdesk", "installer", "tests") for path in (ROOT / folder).rglob("*.py"))
LONGEST = {"module": 300, ast.ClassDef: 200, ast.FunctionDef: 40, ast.AsyncFunctionDef: 40}
# One letter of each in brackets, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b")
MACHINE_PATHS = re.compile(r"""["'`\s(=](/ho[m]e/\w|/ro[o]t/|/Us[e]rs/\w|/wo[r]k/|[A-Z]:\\+Us[e]rs)""")
TEXT_FILES = ("*.toml", "*.md", "*.txt", "*.cfg", "*.sh", ".ci/run")


def name(path: Path) -> str:
    """A path as a person writes it."""
    return path.relative_to(ROOT).as_posix()


@cache
def lines(path: Path) -> list[str]:
    """The lines of a file."""
    return path.read_text(encoding="utf-8").splitlines()


@cache
def tree(path: Path) -> ast.Module:
    """The parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"), name(path))


def test_nothing_is_too_long() -> None:
    """Modules up to 300 lines, classes up to 200, functions up to 40."""
    found = [f"{name(path)} has {count} lines" for path in MODULES if (count := len(lines(path))) > LONGEST["module"]]
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST[type(node)]:
                    found.append(f"{name(path)}:{node.lineno} {node.name} has {length} lines")
    assert not found, "\n".join(found)


def test_everything_public_is_explained() -> None:
    """A docstring on every module and every public class and function; in tests their names are the sentences."""
    found = [f"{name(path)} has no docstring" for path in MODULES if not ast.get_docstring(tree(path))]
    found += [
        f"{name(path)}:{node.lineno} {qualified} has no docstring"
        for path in MODULES
        if not path.is_relative_to(ROOT / "tests")
        for qualified, node in public(tree(path).body, "")
        if not ast.get_docstring(node)
    ]
    assert not found, "\n".join(found)


def public(body: list[ast.stmt], owner: str) -> Iterator[tuple[str, ast.ClassDef | ast.FunctionDef]]:
    """Public classes and functions with their qualified names, without methods that only override."""
    for node in body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
            continue
        if not (owner and (overrides(node) or is_stub(node))):
            yield owner + node.name, node
        if isinstance(node, ast.ClassDef):
            yield from public(node.body, f"{owner}{node.name}.")


def overrides(node: ast.ClassDef | ast.FunctionDef) -> bool:
    """Whether a method is marked @override or carries a name Qt or reportlab gave it (camelCase)."""
    marked = any(isinstance(each, ast.Name) and each.id in ("override", "overload") for each in node.decorator_list)
    return marked or bool(re.fullmatch(r"[a-z]+[A-Z]\w*", node.name))


def is_stub(node: ast.ClassDef | ast.FunctionDef) -> bool:
    """Whether a property only sets what another of the same name explains."""
    return any(isinstance(each, ast.Attribute) and each.attr in ("setter", "deleter") for each in node.decorator_list)


def test_nothing_is_left_for_later() -> None:
    """What is to be done is an issue, not a comment."""
    found = [
        f"{name(path)}:{number} {line.strip()}"
        for path in MODULES
        for number, line in enumerate(lines(path), 1)
        if UNFINISHED.search(line)
    ]
    assert not found, "\n".join(found)


def test_no_lambda_is_connected_to_a_signal() -> None:
    """A lambda that captures `self` keeps its dialog alive for ever in PySide6."""
    found = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        if not path.is_relative_to(ROOT / "tests")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
        if any(isinstance(part, ast.Lambda) for argument in node.args for part in ast.walk(argument))
    ]
    assert not found, "\n".join(found)


def test_only_two_places_keep_every_error() -> None:
    """Any other `except Exception` that does not raise again would hide a bug."""
    found = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        if path.is_relative_to(ROOT / "kamdesk")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler) and keeps_everything(node)
    ]
    assert len(found) <= 2, "\n".join(found)


def keeps_everything(node: ast.ExceptHandler) -> bool:
    """Whether a handler has no type, or names Exception or BaseException, and does not end by raising."""
    if isinstance(node.body[-1], ast.Raise):
        return False
    if node.type is None:
        return True
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    return any(isinstance(each, ast.Name) and each.id in ("Exception", "BaseException") for each in caught)


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    """What works only in one person's folder works nowhere else."""
    texts = [path for pattern in TEXT_FILES for folder in (ROOT, ROOT / "installer") for path in folder.glob(pattern)]
    found = [
        f"{name(path)}:{number} {line.strip()}"
        for path in [*MODULES, *texts]
        for number, line in enumerate(lines(path), 1)
        if MACHINE_PATHS.search(line)
    ]
    assert not found, "\n".join(found)


def test_no_imports_run_in_a_circle() -> None:
    """Imports inside functions count too; those only for the type checker don't, they don't run."""
    graph = {module(path): set(imported(path)) for path in MODULES if path.is_relative_to(ROOT / "kamdesk")}
    assert circle(graph) == []


def module(path: Path) -> str:
    """The dotted name of a file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> Iterator[str]:
    """The modules of ours a file imports; `from package import module` is the module."""
    ours = {module(each) for each in MODULES}
    for node in running(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in ours)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield from ({inner, node.module} & ours if inner not in ours else {inner})


def running(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes below one, without what stands under `if TYPE_CHECKING:`."""
    for child in ast.iter_child_nodes(node):
        yield child
        if isinstance(child, ast.If) and ast.unparse(child.test).endswith("TYPE_CHECKING"):
            yield from (inner for each in child.orelse for inner in running(each))
        else:
            yield from running(child)


def circle(graph: dict[str, set[str]]) -> list[str]:
    """One circle of the graph, its first module repeated at the end; empty if there is none."""
    done: set[str] = set()

    def walk(at: str, way: list[str]) -> list[str]:
        if at in way:
            return [*way[way.index(at) :], at]
        if at in done:
            return []
        found = next((ring for to in sorted(graph.get(at, ())) if (ring := walk(to, [*way, at]))), [])
        done.add(at)
        return found

    return next((ring for start in sorted(graph) if (ring := walk(start, []))), [])
