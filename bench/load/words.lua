-- Words and ids that the scripts share. The choice is seeded: a run can be repeated.
local words = {
  "asthma", "breast cancer", "diabetes", "heart failure", "depression", "COVID-19", "melanoma", "stroke", "obesity",
  "hypertension", "HIV infections", "lung cancer", "pain", "schizophrenia", "psoriasis", "malaria", "leukemia",
  "arthritis", "kidney transplant", "epilepsy", "pembrolizumab", "metformin", "aspirin", "vaccine", "exercise",
}

local function escape(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end

-- Ids are taken from the server itself, so that every request finds its study.
local function ids(count)
  local found, token = {}, nil
  repeat
    local pipe = io.popen("curl -s '" .. wrk.scheme .. "://" .. wrk.host .. ":" .. wrk.port ..
      "/api/v2/studies?pageSize=" .. math.min(count, 1000) .. "&fields=NCTId" .. (token and "&pageToken=" .. token or "") .. "'")
    local page = pipe:read("*a")
    pipe:close()
    for id in page:gmatch('"nctId":"(NCT%d+)"') do found[#found + 1] = id end
    token = page:match('"nextPageToken":"([^"]+)"')
  until not token or #found >= count
  return found
end

math.randomseed(tonumber(os.getenv("LIND_SEED") or "20"))
return { words = words, escape = escape, ids = ids }
