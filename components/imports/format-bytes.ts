import { formatNumber } from "#lib/format/number.ts"

const units = ["bytes", "kB", "MB", "GB"] as const

/** A file's size as people read it, in steps of 1,024: "812 bytes", "1.4 MB". */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${formatNumber(value, unit === 0 || value >= 100 ? 0 : 1)}\u00a0${units[unit]}`
}
