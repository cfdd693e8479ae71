-- GET /api/v2/studies/{nctId}: one whole study.
package.path = debug.getinfo(1, "S").source:match("@(.*/)") .. "?.lua;" .. package.path
local shared = require("words")
local ids

init = function() ids = shared.ids(1000) end

request = function() return wrk.format("GET", "/api/v2/studies/" .. ids[math.random(#ids)]) end
