import { z } from "zod"
import { type Scope, scopes } from "./scopes.ts"

/** How long an access token lives; its client asks for another one. */
export const accessTokenSeconds = 900

const name = z
  .string()
  .trim()
  .min(1, "Give it a name that tells what it is for.")
  .max(100, "The name has more than 100 characters.")
  .regex(/^\P{C}*$/u, "The name has characters that cannot be shown.")

export const newApiClient = z.object({
  name,
  scopes: z.array(z.enum(scopes as readonly [Scope, ...Scope[]])).min(1, "Give it at least one scope."),
})
export type NewApiClient = z.infer<typeof newApiClient>
