#!/usr/bin/env bash
# Load figures of the API. usage: bench/load/api.sh [URL] [SECONDS]
# Needs wrk and curl, and a running server (lind serve). Prints one block per figure of docs/performance.md, "API".
# The load generator shares the machine with the server: these are figures of both together.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
url=${1:-http://127.0.0.1:8080}
seconds=${2:-15}
export LIND_SEED=${LIND_SEED:-20}

echo "== data"
curl -s "$url/api/v2/version"; echo
curl -s "$url/api/v2/stats/size" | head -c 60; echo

one() { # name, script, threads, connections
  echo "== $1 (wrk -t$3 -c$4 -d${seconds}s)"
  wrk -t"$3" -c"$4" -d"${seconds}s" --latency -s "$here/$2" "$url" | grep -E "50%|99%|Requests/sec|Non-2xx|Transfer/sec" || true
}

# A pass over each first: the caches are warm, as on a server that has been up for a minute.
wrk -t1 -c4 -d3s -s "$here/pages.lua" "$url" > /dev/null
one "page of 10 with total, one client" pages.lua 1 1
one "single study, one client" study.lua 1 1
one "small requests, 32 clients" mixed.lua 1 32

echo "== page of 1000 whole studies"
for _ in 1 2 3 4 5; do
  curl -s -o /dev/null -w '%{size_download} bytes, %{time_total} s, %{speed_download} bytes/s\n' "$url/api/v2/studies?pageSize=1000"
done
