-- Small requests as programs send them: half of them single studies by a few fields, the rest counts and pages.
package.path = debug.getinfo(1, "S").source:match("@(.*/)") .. "?.lua;" .. package.path
local shared = require("words")
local ids

init = function() ids = shared.ids(1000) end

request = function()
  if math.random() < 0.5 then
    return wrk.format("GET", "/api/v2/studies/" .. ids[math.random(#ids)] .. "?fields=NCTId,BriefTitle,OverallStatus")
  end
  local word = shared.escape(shared.words[math.random(#shared.words)])
  return wrk.format("GET", "/api/v2/studies?countTotal=true&pageSize=5&fields=NCTId&query.term=" .. word)
end
