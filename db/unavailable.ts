import { AppError } from "#lib/errors.ts"

/** Two transactions met in each other's way and this one gave in: nothing of it is written. */
const collisions = new Set(["40001", "40P01"])

const passing = new Set([
  ...collisions,
  "53100", // disk full
  "53200",
  "53300", // too many connections
  "53400",
  "55P03", // lock not available
  "57014", // statement timeout
  "57P01", // terminated by an administrator
  "57P02",
  "57P03", // starting up
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
])

type Coded = Error & { readonly code: string }

function rootOf(error: unknown): Coded | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1)
    if (typeof (at as Partial<Coded>).code === "string") return at as Coded
  return undefined
}

const codeOf = (error: unknown): string | undefined => rootOf(error)?.code

export const databaseErrorCode = codeOf

/** Whether the same work, done once more, is likely to succeed. */
export const isCollision = (error: unknown): boolean => {
  const code = codeOf(error instanceof AppError ? error.cause : error)
  return code !== undefined && collisions.has(code)
}

/** A table got another shape under a statement that a connection had kept: the connection must begin afresh. */
export const isStalePlan = (error: unknown): boolean =>
  codeOf(error) === "0A000" && String(rootOf(error)).includes("cached plan must not change result type")

/** Turns trouble of the database that will pass into `unavailable`; anything else stays as it is. */
export function asUnavailable(error: unknown): unknown {
  const code = codeOf(error)
  if (code === undefined || !(passing.has(code) || code.startsWith("08") || isStalePlan(error))) return error
  const words = wordsOf(code)
  return new AppError(
    "unavailable",
    `${words} Try again in a moment; if you were saving, look first whether it was saved.`,
    {
      retryAfterSeconds: 2,
      cause: error,
    },
  )
}

function wordsOf(code: string): string {
  if (code === "53100") return "The database has no space left for writing."
  if (collisions.has(code)) return "Somebody else was changing the same at the same moment."
  return "The database is not reachable right now."
}
