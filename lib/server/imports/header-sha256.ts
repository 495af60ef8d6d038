import { createHash } from "node:crypto"

/** By what a header is known again: its column names in their order, letter by letter. */
export const headerSha256 = (header: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(header)).digest("hex")
