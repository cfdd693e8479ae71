-- GET pages of one kind (LIND_KIND) over varied questions, topics and studies, compressed as a browser asks for them.
package.path = debug.getinfo(1, "S").source:match("@(.*/)") .. "?.lua;" .. package.path
local shared = require("words")
local ids
local kind = os.getenv("LIND_KIND") or "search"
local headers = { ["Accept-Encoding"] = "br" }
local fields = { "cond", "term", "intr" }
local filters = { "", "&aggFilters=status%3Arec", "&aggFilters=phase%3A2%203", "&sort=LastUpdatePostDate%3Adesc", "&page=2",
  "&country=France", "&start=2018_" }
local places = { "Boston", "Paris", "Berlin", "Tokyo", "Toronto", "Cairo", "London", "Seoul", "Madrid", "Chicago" }
local topics = { "conditions/Asthma", "conditions/Neoplasms", "conditions/Heart%20Failure", "conditions/Diabetes%20Mellitus",
  "conditions/Infections", "interventions/Aspirin", "interventions/Pembrolizumab", "interventions/Antibodies",
  "sponsors/Pfizer", "sponsors/Novartis", "sponsors/Assiut%20University", "countries/France", "countries/United%20States",
  "countries/China" }
local lists = { "", "/conditions", "/interventions", "/sponsors", "/countries" }

local function one(list) return list[math.random(#list)] end
local function search(more) return "/search?" .. one(fields) .. "=" .. shared.escape(one(shared.words)) .. one(filters) .. more end
local function some(count)
  local chosen = {}
  for i = 1, count do chosen[i] = one(ids) end
  return table.concat(chosen, ",")
end

local kinds = {
  home = function() return "/" end,
  search = function() return search("") end,
  table = function() return search("&view=table") end,
  map = function() return search("&view=map") end,
  charts = function() return search("&view=charts") end,
  near = function() return search("&distance=50&locn=" .. one(places)) end,
  everything = function() return "/search?x=" .. one(filters) end,
  ask = function() return "/search?q=" .. shared.escape(one(shared.words) .. " in " .. one(places)) end,
  browse = function() return "/browse" .. one(lists) end,
  topic = function() return "/browse/" .. one(topics) end,
  landscape = function() return "/study/" .. one(ids) .. "/landscape" end,
  history = function() return "/study/" .. one(ids) .. "/history" end,
  compare = function() return "/compare?ids=" .. some(4) end,
  selection = function() return "/selection?ids=" .. some(8) end,
  feed = function() return search(""):gsub("/search", "/search.atom") end,
  glossary = function() return "/glossary" end,
}

init = function() ids = shared.ids(tonumber(os.getenv("LIND_STUDIES") or "500")) end

request = function() return wrk.format("GET", kinds[kind](), headers) end

done = function(summary, latency)
  print(string.format("%-10s p50 %.1f ms, p99 %.1f ms, most %.1f ms, %.0f pages/s, %.1f KB a page, %d failed", kind,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    summary.requests * 1e6 / summary.duration, summary.bytes / summary.requests / 1024,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
