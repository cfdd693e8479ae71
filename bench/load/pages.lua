-- GET /api/v2/studies: a page of ten with the total, over varied queries.
package.path = debug.getinfo(1, "S").source:match("@(.*/)") .. "?.lua;" .. package.path
local shared = require("words")
local filters = { "", "&filter.overallStatus=RECRUITING", "&aggFilters=phase:2%203", "&sort=LastUpdatePostDate:desc",
  "&filter.advanced=AREA%5BStartDate%5DRANGE%5B2018,MAX%5D" }

request = function()
  local word = shared.escape(shared.words[math.random(#shared.words)])
  local filter = filters[math.random(#filters)]
  return wrk.format("GET", "/api/v2/studies?countTotal=true&query.cond=" .. word .. filter ..
    "&fields=NCTId,BriefTitle,OverallStatus,Condition")
end
