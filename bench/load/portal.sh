#!/usr/bin/env bash
# Load figures of the portal's study pages against a running server: portal.sh [URL] [SECONDS]
# One client after another for the server's time, then 16 at once for the rate. LIND_STUDIES sets how many different
# studies are asked for (5,000). The first round finds related studies, later ones have them.
set -euo pipefail
url=${1:-http://127.0.0.1:8080}
seconds=${2:-20}
here=$(dirname "$0")
run() { echo "$1"; shift; wrk "$@" --timeout 30s -d "${seconds}s" -s "$here/portal.lua" "$url" | tail -1; }
run "one client, first round" -t1 -c1
run "one client" -t1 -c1
# A query that is never the same keeps the page from being taken from memory: what a page costs when it is made.
LIND_BELOW="?afresh=" run "one client, every page made afresh" -t1 -c1
LIND_BELOW="?afresh=" run "16 clients, every page made afresh" -t2 -c16
run "16 clients, pages kept for a minute" -t2 -c16
