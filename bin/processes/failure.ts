/** The words of whatever was thrown. */
export const wordsOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown)

/** The code that Node, SQLite or Postgres put on an error, such as `ENOENT` or `28P01`. */
export function codeOf(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return undefined
  if ("errcode" in thrown) return thrown.errcode
  return "code" in thrown ? thrown.code : undefined
}
