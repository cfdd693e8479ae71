-- GET /api/v2/studies: a page of ten with the total, over varied queries: 25 words, 5 filters. With LIND_AFRESH=1 nearly
-- every request is a new one (dates from some month on), so that no answer is remembered.
package.path = debug.getinfo(1, "S").source:match("@(.*/)") .. "?.lua;" .. package.path
local shared = require("words")
local filters = { "", "&filter.overallStatus=RECRUITING", "&aggFilters=phase:2%203", "&sort=LastUpdatePostDate:desc",
  "&filter.advanced=AREA%5BStartDate%5DRANGE%5B2018,MAX%5D" }

request = function()
  local word = shared.escape(shared.words[math.random(#shared.words)])
  local filter = filters[math.random(#filters)]
  if os.getenv("LIND_AFRESH") then
    filter = filter .. string.format("&postFilter.advanced=AREA%%5BStudyFirstPostDate%%5DRANGE%%5B%d-%02d-%02d,MAX%%5D",
      math.random(1999, 2010), math.random(12), math.random(28))
  end
  return wrk.format("GET", "/api/v2/studies?countTotal=true&query.cond=" .. word .. filter ..
    "&fields=NCTId,BriefTitle,OverallStatus,Condition")
end
