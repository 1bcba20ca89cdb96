#!/bin/sh
# Makes .venv and installs serai into it from the lock: `setup.sh run` or `setup.sh dev`.
# A second time, nothing has changed and it says nothing: it compares a mark it left behind.
set -eu
cd "$(dirname "$0")/.."

what=$1
if [ "$what" = dev ]; then lock=requirements-dev.lock; else lock=requirements.lock; fi
mark() { printf '%s\n' "$PWD"; cksum "$1" pyproject.toml; }
installed() { [ -f ".venv/$1" ] && [ "$(cat ".venv/$1")" = "$(mark "$1")" ]; }

# The development lock holds everything of the other one.
if installed requirements-dev.lock || installed "$lock"; then exit 0; fi

fit='import sys; sys.exit(sys.version_info < (3, 11))'
for name in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11 python; do
  if "$name" -c "$fit" 2>/dev/null; then python=$name; break; fi
done
if [ -z "${python:-}" ]; then
  echo "serai needs Python 3.11 or newer, and $(python3 --version 2>&1 || echo none) is here;" \
    "install a newer one (Debian: apt install python3 python3-venv) or give its path:" \
    "make PYTHON=/path/to/python3" >&2
  exit 4
fi
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
  echo "This Python cannot make a virtual environment; install it:" \
    "apt install python3-venv (Debian, Ubuntu)" >&2
  exit 4
fi

if ! .venv/bin/python -c "$fit" 2>/dev/null || ! grep -qsF "$PWD/" .venv/bin/pip; then
  echo "Making .venv with $("$python" --version)"
  rm -rf .venv
  "$python" -m venv .venv
fi
echo "Installing $(grep -c '^[a-z]' "$lock") packages from $lock (about a minute the first time)"
pip() { .venv/bin/python -m pip --quiet --disable-pip-version-check --no-input "$@"; }
if ! pip install --require-hashes -r "$lock"; then
  echo "The packages could not be installed; without a network this works only once" \
    "they have been installed before." >&2
  exit 4
fi
pip install --no-deps --no-build-isolation -e .
mark "$lock" > ".venv/$lock"
echo "Ready: .venv/bin/serai --help"
