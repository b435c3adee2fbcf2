#!/bin/sh
# Installs what the page checkers need and the machine lacks: Node, Java and Chromium from Debian, the rest from npm.
set -eu

missing=""
command -v node >/dev/null || missing="$missing nodejs"
command -v npm >/dev/null || missing="$missing npm"
command -v java >/dev/null || missing="$missing default-jre-headless"
command -v chromium >/dev/null || missing="$missing chromium"

if [ -n "$missing" ]; then
    echo "Installing:$missing" >&2
    as_root=""
    [ "$(id -u)" -eq 0 ] || as_root="sudo"
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

echo "Fetching the page checkers (once) ..." >&2
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
