import type { Caller } from "#lib/access/caller.ts"

/** The case that a bulk write belongs to, such as an import run. */
export type Cause = { readonly caseType: string; readonly caseId: string }

/** Writes that belong to no case are told under their workspace. */
export const causeOf = (caller: Caller, cause: Cause | undefined): Cause =>
  cause ?? { caseType: "workspace", caseId: caller.workspaceId }
