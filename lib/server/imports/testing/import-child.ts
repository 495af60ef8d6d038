import { openPool, setPool } from "#db/client.ts"
import { mintCaller } from "#lib/access/caller.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { writeImport } from "../write-import.ts"

/** Writes one run in a process that may be killed; says after each chunk how many rows are written. */
const [appUrl = "", workspaceId = "", runId = ""] = process.argv.slice(2)
const pool = openPool({ url: appUrl, max: 3, name: "csops-import-child" })
setPool(pool)
const caller = mintCaller({
  workspaceId: workspaceId as WorkspaceId,
  actor: { loginId: null, personId: null, name: "Child", role: "admin", via: "command_line" },
  scopes: null,
  sessionId: null,
  requestId: null,
  now: new Date("2026-11-16T09:00:00Z"),
})
await writeImport(caller, runId, { onRows: (rows) => process.stdout.write(`${rows}\n`) })
await pool.close()
