"""The ground: the lock, the bootstrap of a fresh machine and the wheel keep their promises."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCKS = [ROOT / "requirements.lock", ROOT / "scripts" / "uv-pinned.txt"]


def pins(lock: Path) -> dict[str, tuple[str, list[str]]]:
    """Name to version and hashes of every locked package."""
    entries = re.split(r"(?m)^(?=[a-z0-9])", lock.read_text(encoding="utf-8"))
    found = (re.match(r"([a-z0-9._-]+)==([^\s;\\]+)", entry) for entry in entries)
    return {m[1]: (m[2], re.findall(r"--hash=sha256:[0-9a-f]{64}", m.string)) for m in found if m is not None}


def wanted() -> list[Requirement]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lists = [
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
        *project["dependency-groups"].values(),
    ]
    return [Requirement(text) for requirements in lists for text in requirements]


def test_the_lock_holds_every_dependency_in_a_version_asked_for() -> None:
    locked = pins(LOCKS[0])
    unmet = [str(r) for r in wanted() if locked.get(canonicalize_name(r.name), ("0",))[0] not in r.specifier]
    assert not unmet, "run make lock"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_hashes_and_none_an_address(lock: Path) -> None:
    assert pins(lock)
    assert [name for name, (_, hashes) in pins(lock).items() if not hashes] == []
    assert not re.search(r"://|--(index|extra-index|find-links)", lock.read_text(encoding="utf-8"))


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What `make install` needs, in a folder of its own, without .venv and .tools."""
    target = tmp_path / "check out"
    shutil.copytree(ROOT / "scripts", target / "scripts")
    for name in ("pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, target)
    return target


def bootstrap(checkout: Path, tmp_path: Path, **programs: str) -> subprocess.CompletedProcess[str]:
    """Runs the bootstrap where PATH holds the shell's own tools and the given programs, and nothing else."""
    path = tmp_path / "bin"
    path.mkdir()
    for tool in ("cat", "cmp", "dirname", "grep", "mkdir", "rm"):
        (path / tool).symlink_to(shutil.which(tool) or pytest.skip(f"needs {tool}"))
    for name, script in programs.items():
        (path / name).write_text(f"#!/bin/sh\n{script}\n")
        (path / name).chmod(0o755)
    return subprocess.run(
        ["/bin/sh", str(checkout / "scripts" / "bootstrap.sh"), "install"],
        env={"PATH": str(path), "HOME": str(tmp_path / "nobody")},
        capture_output=True,
        text=True,
        check=False,
    )


needs_sh = pytest.mark.skipif(not os.access("/bin/sh", os.X_OK), reason="needs a POSIX shell")


@needs_sh
def test_dead_shims_and_no_python_end_in_one_clear_sentence(checkout: Path, tmp_path: Path) -> None:
    dead = "echo 'command not found' >&2; exit 127"
    done = bootstrap(checkout, tmp_path, python3=dead, **{"python3.12": dead, "python3.13": dead})
    assert done.returncode != 0
    assert done.stderr.splitlines() == [
        "bootstrap: Found neither uv nor a python3 that runs: install Python 3.12, then try again."
    ]


@needs_sh
def test_a_python_that_runs_is_taken_behind_a_dead_shim(checkout: Path, tmp_path: Path) -> None:
    """uv is played by a script that notes what it is asked to do."""
    calls = tmp_path / "calls"
    uv = f'echo "$*" >>"{calls}"; echo --require-hashes; [ "$1" != venv ]'
    bootstrap(
        checkout, tmp_path, uv=uv, python3=f'exec "{sys.executable}" "$@"', **{"python3.12": "exit 127"}
    )
    assert f"--python {sys.executable} " in next(c for c in calls.read_text().splitlines() if "venv" in c)


def test_the_wheel_brings_data_types_and_licences(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    assert {"dateline/py.typed", "dateline/analysis/model_manifest.json"} <= names
    tables = {p.relative_to(ROOT / "src").as_posix() for p in (ROOT / "src").rglob("*.toml")}
    assert tables <= names
    assert {Path(n).name for n in names if "/licenses/" in n} == {"LICENSE", "NOTICE"}
