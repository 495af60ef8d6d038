import { resolve } from "node:path"
import { pool } from "#db/client.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { type ImportWorkspace, importWorkspace } from "#db/queries/imports.ts"
import { jobWorkspaces } from "#db/queries/workspaces.ts"
import { type Caller, mintCaller } from "#lib/access/caller.ts"
import { AppError } from "#lib/errors.ts"
import type { WorkspaceId } from "#lib/id.ts"
import { businessNow } from "#lib/platform/clock.ts"
import { env } from "#lib/platform/env.ts"
import { readRunRecord } from "./launcher/run-record.ts"

export type Place = { readonly caller: Caller; readonly workspace: ImportWorkspace }

/** Every workspace, with the admin at the keyboard calling. */
export async function allPlaces(): Promise<Place[]> {
  const callers = (await jobWorkspaces(pool().db)).map(({ workspaceId }) => callerIn(workspaceId))
  return Promise.all(
    callers.map(async (caller) => ({
      caller,
      workspace: await inWorkspace(caller, (tx) => importWorkspace(tx, caller)),
    })),
  )
}

const callerIn = (workspaceId: WorkspaceId): Caller =>
  mintCaller({
    workspaceId,
    actor: { loginId: null, personId: null, name: "Command line", role: "admin", via: "command_line" },
    scopes: null,
    sessionId: null,
    requestId: null,
    now: businessNow(),
  })

export function namedPlace(places: readonly Place[], slug: string): Place {
  const found = places.find(({ workspace }) => workspace.slug === slug)
  if (found) return found
  throw new AppError("invalid_input", `There is no workspace "${slug}". There are: ${slugsOf(places)}.`)
}

export const slugsOf = (places: readonly Place[]): string =>
  places.map(({ workspace }) => workspace.slug).join(", ")

/** Where the running product answers, else where it would. */
export function productAddress(): string {
  const running = readRunRecord(resolve(env().CSOPS_HOME))?.address
  return (running ?? env().NEXTAUTH_URL ?? `http://localhost:${env().PORT}`).replace(/\/$/, "")
}
