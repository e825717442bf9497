"""Setting up: the locks, and scripts/make-book with a stand-in for Python, so that nothing is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.books import hears_interrupts

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "scripts"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def pins(lock: str) -> dict[str, str]:
    """name -> version of all that a lock holds."""
    text = (SCRIPTS / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][a-z0-9-]*)==([^ ;]+)", text, re.MULTILINE))


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_file_of_a_lock_has_a_hash_and_no_address(lock: str) -> None:
    text = (SCRIPTS / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert len(entries) == len(pins(lock)) > 20
    for entry in entries:
        assert re.fullmatch(r"[^\n]+==[^\n]+ \\\n(    --hash=sha256:[0-9a-f]{64}( \\\n|$))+", entry), entry[:80]
    for sign in ("http", "//", "index", "find-links", "file:"):
        assert sign not in text


def test_the_tests_run_with_what_the_press_runs_with() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", PROJECT["project"]["dependencies"]),
        ("requirements-dev.lock", PROJECT["project"]["optional-dependencies"]["dev"]),
    ],
)
def test_a_lock_holds_what_the_project_asks_for(lock: str, wanted: list[str]) -> None:
    locked = pins(lock)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(locked[canonical(requirement.name)]), str(requirement)


def test_every_dependency_has_its_reason_and_its_licence() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = re.findall(r'^    "[A-Za-z0-9-]+[=>].*$', text, re.MULTILINE)
    assert len(lines) >= 20
    for line in lines:
        assert re.search(r'",\s+# .*\([^()]+\)$', line), line


def test_the_house_style_goes_into_the_wheel() -> None:
    carried = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert carried == {"styles": "book/_house/styles", "fonts": "book/_house/fonts"}
    assert all((ROOT / folder).is_dir() for folder in carried)
    assert PROJECT["project"]["scripts"] == {"make-book": "book.__main__:run"}


# A stand-in for Python: it knows the questions that setup.sh asks; its "virtual environment" is a link to itself.
STAND_IN = """#!/bin/bash
case "$*" in
*"version_info"*) [[ -z $STUB_TOO_OLD ]] || exit 1; printf %s "$STUB" ;;
*"import ensurepip"*) [[ -z $STUB_NO_VENV ]] ;;
*"import fcntl"*) exec "$STUB_REAL_PYTHON" "$@" ;;
*"import ctypes"*) printf '%s' "$STUB_MISSING" ;;
"-I -m venv "*) echo venv >>"$STUB_LOG"; mkdir -p "$4/bin" && ln -s "$STUB" "$4/bin/python" ;;
"-I -m pip "*) echo "pip $*" >>"$STUB_LOG"; sleep "${STUB_SLOW:-0}"; exit "${STUB_PIP_FAILS:-0}" ;;
*) echo "$PYTHONPATH|$PWD|$*" ;;
esac
"""

TOOLS = ["bash", "env", "readlink", "cmp", "cp", "mv", "rm", "ln", "mkdir", "sleep", "uname", "id"]


class Checkout:
    """A checkout in a folder with a difficult name, and a machine with few commands on it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "Ақ кітап 1"
        (self.root / "scripts").mkdir(parents=True)
        for name in ("make-book", "setup.sh", "requirements.lock"):
            shutil.copy(SCRIPTS / name, self.root / "scripts")
        self.bin = folder / "bin"
        self.bin.mkdir()
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found
            (self.bin / tool).symlink_to(found)
        stub = folder / "python-stub"
        stub.write_text(STAND_IN, encoding="utf-8")
        stub.chmod(0o755)
        (self.bin / "python3").symlink_to(stub)
        self.log = folder / "log"
        self.environment = {
            "PATH": str(self.bin),
            "STUB": str(stub),
            "STUB_LOG": str(self.log),
            "STUB_REAL_PYTHON": sys.executable,
        }
        self.venv = self.root / ".venv-book"

    def add(self, tool: str, text: str) -> None:
        (self.bin / tool).write_text(f"#!/bin/bash\n{text}\n", encoding="utf-8")
        (self.bin / tool).chmod(0o755)

    def start(self, *arguments: str, **stub: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self.root / "scripts" / "make-book", *arguments],
            cwd=self.bin,
            env=self.environment | stub,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=hears_interrupts,
        )

    def run(self, *arguments: str, **stub: str) -> tuple[int, str, str]:
        process = self.start(*arguments, **stub)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def installs(self) -> int:
        return self.log.read_text(encoding="utf-8").count("pip install") if self.log.exists() else 0


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_the_first_run_sets_up_and_the_second_only_runs(checkout: Checkout) -> None:
    code, out, err = checkout.run("build", "-C", "a b", "")
    assert code == 0
    # The user's folder is kept, the package is found from there, the arguments arrive as they were.
    assert out == f"{checkout.root}|{checkout.bin}|-P -s -X utf8 -m book build -C a b \n"
    assert "Setting up, once" in err
    assert checkout.installs() == 1
    assert "--require-hashes" in checkout.log.read_text(encoding="utf-8")

    code, out, err = checkout.run()
    assert (code, err, checkout.installs()) == (0, "", 1)


def test_it_is_set_up_anew_when_the_lock_changes(checkout: Checkout) -> None:
    checkout.run()
    with open(checkout.root / "scripts" / "requirements.lock", "a", encoding="utf-8") as lock:
        lock.write("# another\n")
    assert checkout.run()[0] == 0
    assert checkout.installs() == 2


def test_it_is_set_up_anew_when_its_python_went_away(checkout: Checkout) -> None:
    checkout.run()
    (checkout.venv / "bin" / "python").unlink()
    (checkout.venv / "bin" / "python").symlink_to("/nowhere/python3")
    assert checkout.run()[0] == 0
    assert checkout.installs() == 2


def test_a_failed_set_up_says_so_and_the_next_run_starts_it_again(checkout: Checkout) -> None:
    code, out, err = checkout.run(STUB_PIP_FAILS="1")
    assert (code, out) == (3, "")
    assert "could not be installed" in err
    assert checkout.run()[0] == 0
    assert checkout.installs() == 2


@pytest.mark.parametrize("signal", [2, 9, 15])
def test_an_interrupted_set_up_leaves_nothing_that_breaks_the_next(checkout: Checkout, signal: int) -> None:
    process = checkout.start(STUB_SLOW="30")
    for _ in range(600):
        if checkout.installs():
            break
        time.sleep(0.05)
    os.killpg(process.pid, signal)  # as Ctrl-C does: the whole group
    out, err = process.communicate(timeout=60)
    assert process.returncode == (130 if signal != 9 else -9)
    assert out == ""
    assert ("was interrupted" in err) == (signal != 9)
    assert checkout.run()[0] == 0
    assert checkout.installs() == 2


def test_two_first_runs_at_once_set_up_one_after_the_other(checkout: Checkout) -> None:
    runs = [checkout.start(STUB_SLOW="1") for _ in range(2)]
    ends = [run.communicate(timeout=60) for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    assert all(out.startswith(str(checkout.root)) for out, _ in ends)
    assert checkout.installs() == 1


def test_a_linked_script_finds_its_checkout(checkout: Checkout) -> None:
    checkout.run()
    link = checkout.bin / "my-book"
    link.symlink_to(checkout.root / "scripts" / "make-book")
    out = subprocess.run([link], env=checkout.environment, capture_output=True, text=True, check=True).stdout
    assert out.startswith(f"{checkout.root}|")


@pytest.mark.parametrize("too_old", [True, False])
def test_without_python_it_says_what_to_do(checkout: Checkout, too_old: bool) -> None:
    if not too_old:
        (checkout.bin / "python3").unlink()
    code, out, err = checkout.run(STUB_TOO_OLD="1")
    assert (code, out) == (3, "")
    assert "Python 3.11 or newer" in err
    assert "BOOK_PYTHON" in err


def test_a_python_may_be_named(checkout: Checkout) -> None:
    (checkout.bin / "python3").unlink()
    assert checkout.run(BOOK_PYTHON=checkout.environment["STUB"])[0] == 0


def test_without_rights_the_one_command_to_type_is_said(checkout: Checkout) -> None:
    (checkout.bin / "id").unlink()
    checkout.add("id", "echo 1000")
    checkout.add("apt-get", f"echo apt-get >>{checkout.log}")
    code, _, err = checkout.run(STUB_MISSING="libpango-1.0.so.0\nlibharfbuzz-subset.so.0")
    assert code == 3
    assert "libpango-1.0.so.0, libharfbuzz-subset.so.0" in err
    command = r"^  sudo apt-get update && sudo apt-get install .*libpango-1\.0-0 .*libharfbuzz-subset0"
    assert re.search(command, err, re.MULTILINE)
    assert not checkout.log.exists()


def test_root_installs_what_is_missing_and_says_if_that_did_not_help(checkout: Checkout) -> None:
    (checkout.bin / "id").unlink()
    checkout.add("id", "echo 0")
    checkout.add("apt-get", f'echo "apt $*" >>"{checkout.log}"')
    code, _, err = checkout.run(STUB_MISSING="libharfbuzz-subset.so.0")
    assert "install" in checkout.log.read_text(encoding="utf-8")
    assert "libharfbuzz-subset0" in checkout.log.read_text(encoding="utf-8")
    assert code == 3
    assert "Even so, this machine lacks" in err
    # Without a package manager there is no command to type, but a name to look for.
    (checkout.bin / "apt-get").unlink()
    code, _, err = checkout.run(STUB_MISSING="libharfbuzz-subset.so.0")
    assert code == 3
    assert "libharfbuzz-subset.so.0" in err


def test_continuous_integration_does_what_a_user_does() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert len(commands) == 1
    assert commands[0].endswith('scripts/test"')


@pytest.mark.parametrize("name", ["make-book", "test", "lock"])
def test_scripts_can_be_started(name: str) -> None:
    assert os.access(SCRIPTS / name, os.X_OK)
