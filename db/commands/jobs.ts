import { assertCan, type Caller } from "#lib/access/caller.ts"
import type { Permission } from "#lib/access/policy.ts"
import type { Db } from "../client.ts"
import { record } from "./record.ts"

/** Who may ask for a run: admins for any job, owners of data for measuring their own workspace. */
export async function noteJobAsked(
  on: Db,
  caller: Caller,
  { name, permission }: { name: string; permission: Extract<Permission, "job.manage" | "data.write"> },
): Promise<void> {
  assertCan(caller, permission)
  await record(on, caller, {
    type: "job.asked",
    caseType: "job",
    caseId: name,
    payload: { accountIds: [], name },
  })
}

export async function noteJobRetried(
  on: Db,
  caller: Caller,
  { name, jobId }: { name: string; jobId: string },
): Promise<void> {
  assertCan(caller, "job.manage")
  await record(on, caller, {
    type: "job.retried",
    caseType: "job",
    caseId: jobId,
    payload: { accountIds: [], name, jobId },
  })
}
