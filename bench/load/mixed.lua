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
  local afresh = not os.getenv("LIND_AFRESH") and "" or string.format(
    "&postFilter.advanced=AREA%%5BStudyFirstPostDate%%5DRANGE%%5B%d-%02d-%02d,MAX%%5D",
    math.random(1999, 2010), math.random(12), math.random(28))
  return wrk.format("GET", "/api/v2/studies?countTotal=true&pageSize=5&fields=NCTId&query.term=" .. word .. afresh)
end
