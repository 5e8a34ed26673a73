-- Runs in Neovim 0.7 and newer: what a person would do with a file of two kinds. Writes what it saw to $SEEN.
local seen = {}

local function wait_for(what, condition)
  if not vim.wait(20000, condition, 20) then
    error("no " .. what .. " in time")
  end
end

local function diagnostics(code)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    local original = diagnostic.user_data.lsp
    if not code or original.code == code then
      table.insert(found, {
        code = original.code,
        message = diagnostic.message,
        source = diagnostic.source,
        start = { diagnostic.lnum, diagnostic.col },
        ["end"] = { diagnostic.end_lnum, diagnostic.end_col },
        related = original.relatedInformation,
      })
    end
  end
  return found
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

local function run()
  dofile(vim.env.CONFIGURATION)
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.RULE))

  wait_for("diagnostics", function()
    return #diagnostics() > 0
  end)
  seen.opened = diagnostics()

  -- The second kind goes, and a comma stays behind the first.
  vim.api.nvim_buf_set_lines(0, 4, 5, false, {})
  wait_for("diagnostics of the change", function()
    return #diagnostics("trailing-comma") == 1
  end)
  seen.changed = diagnostics()

  vim.ui.select = function(actions, options, choose)
    seen.offered = vim.tbl_map(options.format_item, actions)
    choose(actions[1], 1)
  end
  local start = diagnostics("trailing-comma")[1].start
  vim.api.nvim_win_set_cursor(0, { start[1] + 1, start[2] })
  vim.lsp.buf.code_action()
  wait_for("fix", function()
    return not text():find("},\n")
  end)
  seen.fixed = text()
  wait_for("diagnostics of the fix", function()
    return #diagnostics("trailing-comma") == 0
  end)
  seen.after = diagnostics()
end

local ok, message = pcall(run)
if not ok then
  seen.error = message
end
vim.fn.writefile({ vim.json and vim.json.encode(seen) or vim.fn.json_encode(seen) }, vim.env.SEEN)
vim.cmd("qall!")
