#!/usr/bin/env bash
# Server time of every kind of page but the study's own, one client: kinds.sh [URL] [SECONDS] [KIND...]
set -euo pipefail
url=${1:-http://127.0.0.1:8080}
seconds=${2:-8}
here=$(dirname "$0")
shift $(( $# < 2 ? $# : 2 ))
kinds=${*:-home search table map charts near everything ask browse topic landscape history compare selection feed glossary}
for kind in $kinds; do
  LIND_KIND=$kind wrk -t1 -c1 --timeout 30s -d "${seconds}s" -s "$here/kinds.lua" "$url" | tail -1
done
