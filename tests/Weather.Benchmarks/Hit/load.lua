-- A load for wrk: the paths of a file in turn, with the header fields given after it, and one line of figures at the end.
local targets, position = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local fields = {}
    for k = 2, #args do
      local name, value = args[k]:match("^([^:]+): (.*)$")
      fields[name] = value
    end
    local target, tag = line:match("^(%S+) (%S+)$")
    if fields["If-None-Match"] then fields["If-None-Match"] = tag end
    targets[#targets + 1] = wrk.format("GET", target, fields)
  end
end

function request()
  position = position % #targets + 1
  return targets[position]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("figures %d %d %d\n", summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
