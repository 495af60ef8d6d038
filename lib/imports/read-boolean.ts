import { compactName } from "./compact-name.ts"

const yes = new Set(["yes", "y", "true", "t", "1", "ja", "j", "oui", "si", "x", "on", "auto"])
const no = new Set(["no", "n", "false", "f", "0", "nein", "non", "off", "manual"])

/** A cell read as yes or no; null when it is neither. */
export function readBoolean(cell: string): boolean | null {
  const word = compactName(cell)
  if (yes.has(word)) return true
  return no.has(word) ? false : null
}
