-- GET /study/{nctId}: whole pages over many different studies, compressed as a browser asks for them.
package.path = debug.getinfo(1, "S").source:match("@(.*/)") .. "?.lua;" .. package.path
local shared = require("words")
local ids
local below = os.getenv("LIND_BELOW") or ""
local headers = { ["Accept-Encoding"] = os.getenv("LIND_ENCODING") or "br" }

init = function() ids = shared.ids(tonumber(os.getenv("LIND_STUDIES") or "5000")) end

request = function()
  local more = below ~= "" and below .. math.random(1e9) or ""
  return wrk.format("GET", "/study/" .. ids[math.random(#ids)] .. more, headers)
end

done = function(summary, latency)
  print(string.format("%.0f pages/s, p50 %.1f ms, p99 %.1f ms, most %.1f ms, %.1f KB a page, %d failed",
    summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    latency.max / 1000, summary.bytes / summary.requests / 1024,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
