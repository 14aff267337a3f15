#!/bin/sh
# Brings up the project's own environment: uv, a Python that runs, .venv with the locked packages and dateline.
#
#   sh scripts/bootstrap.sh install   make or update .venv; does nothing when it is up to date
#   sh scripts/bootstrap.sh lock      resolve pyproject.toml's dependencies anew into requirements.lock
#
# Needs uv, or some python3 that has pip or venv. Writes only .tools/ (uv, a fetched Python) and .venv/.
set -eu
cd "$(dirname "$0")/.."
tools=$PWD/.tools
venv=$PWD/.venv
stamp=$venv/.installed-from

say() { printf 'bootstrap: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# A name on PATH proves nothing (pyenv's shims can lead nowhere), so every candidate is run.
runs() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 6))' >/dev/null 2>&1; }
# Above 3.14 the locked packages have no wheels yet, and a fresh machine may have no compiler.
suits() { "$1" -c 'import sys; sys.exit(not (3, 12) <= sys.version_info < (3, 15))' >/dev/null 2>&1; }

# Names to look up on PATH, then pyenv's installed versions: one candidate a line.
# 3.12 leads, because every locked package has a wheel for it.
interpreters() {
    printf '%s\n' python3.12 python3.13 python3.14 python3 python
    pyenv=${PYENV_ROOT:-$(pyenv root 2>/dev/null || echo "${HOME:-}/.pyenv")}
    printf '%s\n' "$pyenv"/versions/3.1[2-4].*/bin/python "$pyenv"/versions/3.*/bin/python
}

# first TEST: prints the first interpreter that passes it.
first() {
    interpreters | while IFS= read -r candidate; do
        if "$1" "$candidate"; then
            "$candidate" -c 'import sys; print(sys.executable)'
            break
        fi
    done
}

# uv does not read pip's settings, and a machine set up for pip should need no second setting.
share_pip_settings() {
    pip_python=$(first has_pip)
    index=${PIP_INDEX_URL:-$(pip_setting index-url)}
    certificates=${PIP_CERT:-$(pip_setting cert)}
    [ -z "$index" ] || export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$index}"
    [ -z "$certificates" ] || export SSL_CERT_FILE="${SSL_CERT_FILE:-$certificates}"
    export UV_SYSTEM_CERTS="${UV_SYSTEM_CERTS:-true}"
}
has_pip() { "$1" -m pip --version >/dev/null 2>&1; }
pip_setting() { [ -z "$pip_python" ] || "$pip_python" -m pip config get "global.$1" 2>/dev/null || true; }

usable_uv() { "$1" pip sync --help 2>/dev/null | grep -q -e --require-hashes; }

# Sets uv: the one on PATH, the one brought earlier, else the pinned one from PyPI, kept in .tools/.
find_uv() {
    for uv in uv "$tools/uv/bin/uv"; do
        if usable_uv "$uv"; then return; fi
    done
    [ -n "$(first runs)" ] || fail "Found neither uv nor a python3 that runs: install Python 3.12, then try again."
    say "bringing uv into .tools/"
    mkdir -p "$tools"
    [ -n "$(first brings_uv)" ] || fail \
        "No python3 here could fetch uv (messages in .tools/pip.log; Debian's lacks pip and venv until" \
        "python3-venv is installed): mend that or install uv, then try again."
}

# Has this interpreter's pip, its own or a venv's, put uv into .tools/?
brings_uv() {
    runs "$1" || return 1
    rm -rf "$tools/uv" "$tools/pip"
    {
        fetch_uv "$1" || { "$1" -m venv "$tools/pip" && fetch_uv "$tools/pip/bin/python"; }
    } >>"$tools/pip.log" 2>&1 </dev/null && usable_uv "$tools/uv/bin/uv"
}

# --python-version: uv is a program, not a library, so a pip of an older Python may fetch it too.
fetch_uv() {
    PIP_USER=0 PIP_REQUIRE_VIRTUALENV=0 "$1" -m pip install --disable-pip-version-check --target "$tools/uv" \
        --no-deps --only-binary :all: --python-version 3.12 --require-hashes -r scripts/uv-pinned.txt
}

# Makes .venv unless it holds a Python that will do.
make_venv() {
    if suits "$venv/bin/python"; then return; fi
    rm -rf "$venv"
    python=$(first suits)
    if [ -n "$python" ]; then
        say "making .venv with $python"
        "$uv" venv --quiet --no-project --python "$python" "$venv"
        return
    fi
    # One that only uv knows of, then one that uv fetches.
    "$uv" venv --quiet --no-project --no-python-downloads --python ">=3.12,<3.15" "$venv" 2>/dev/null && return
    say "no Python from 3.12 to 3.14 runs here; fetching one into .tools/"
    UV_PYTHON_INSTALL_DIR=$tools/python "$uv" venv --quiet --no-project \
        --python-preference only-managed --python 3.12 "$venv" ||
        fail "No Python from 3.12 to 3.14 was found and uv could not fetch one: install one, then try again."
}

# What .venv is made from: it is up to date while its stamp equals this.
fingerprint() { printf '%s\n' "$PWD"; cat requirements.lock pyproject.toml scripts/bootstrap.sh; }

install() {
    if fingerprint | cmp -s - "$stamp" && suits "$venv/bin/python"; then return; fi
    share_pip_settings
    find_uv
    make_venv
    rm -f "$stamp"
    say "installing the locked packages and dateline"
    "$uv" pip sync --quiet --python "$venv/bin/python" --require-hashes requirements.lock
    "$uv" pip install --quiet --python "$venv/bin/python" --no-deps --no-build-isolation --editable .
    fingerprint >"$stamp"
    say "building the index of places (once, half a minute)"
    "$venv/bin/dateline" gazetteer build >/dev/null || say "it could not be built now; it will be on first use"
    say "ready: .venv/bin/dateline"
}

# No index is written down: the file says what, whoever installs says from where.
lock() {
    share_pip_settings
    find_uv
    resolve() {
        "$uv" pip compile --quiet --universal --python-version 3.12 --generate-hashes \
            --custom-compile-command "make lock" --upgrade "$@"
    }
    resolve --all-extras --group dev --group build --output-file requirements.lock pyproject.toml
    echo uv | resolve --output-file scripts/uv-pinned.txt -
}

case ${1:-} in
    install) install ;;
    lock) lock ;;
    *) fail "say what to do: install or lock" ;;
esac
