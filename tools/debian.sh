#!/bin/sh
# The two programs that the tests need and pip cannot bring: a chromium and PostgreSQL.
set -eu

has_chromium() {
  [ -n "${SERAI_CHROMIUM:-}" ] || command -v chromium || command -v chromium-browser ||
    command -v google-chrome || command -v google-chrome-stable
}
has_postgresql() { command -v initdb || ls /usr/lib/postgresql/*/bin/initdb; }

missing=""
has_chromium >/dev/null || missing="chromium"
has_postgresql >/dev/null 2>&1 || missing="$missing postgresql"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then as_root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root="sudo -n"
else as_root=none; fi

if [ "$as_root" = none ] || ! command -v apt-get >/dev/null; then
  echo "make test needs these programs, which only you can install here: $missing" \
    "(Debian: apt install chromium postgresql; elsewhere put chromium or google-chrome, and" \
    "PostgreSQL's initdb, on the PATH). Until then: make check" >&2
  exit 4
fi
echo "Installing Debian packages: $missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
{ $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends $missing; } \
  >/dev/null || { echo "apt-get could not install: $missing" >&2; exit 4; }
