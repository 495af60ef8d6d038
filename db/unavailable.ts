import { AppError } from "#lib/errors.ts"

const passing = new Set([
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

function codeOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const code = (at as Error & { code?: unknown }).code
    if (typeof code === "string") return code
  }
  return undefined
}

export const databaseErrorCode = codeOf

/** Turns trouble of the database that will pass into `unavailable`; anything else stays as it is. */
export function asUnavailable(error: unknown): unknown {
  const code = codeOf(error)
  if (code === undefined || !(passing.has(code) || code.startsWith("08"))) return error
  const words =
    code === "53100"
      ? "The database has no space left for writing."
      : "The database is not reachable right now."
  return new AppError(
    "unavailable",
    `${words} Try again in a moment; if you were saving, look first whether it was saved.`,
    {
      retryAfterSeconds: 2,
      cause: error,
    },
  )
}
