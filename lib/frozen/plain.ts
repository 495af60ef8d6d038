/**
 * What a page's reader gives, as JSON can keep it: dates and maps too. Every composed value is written with a mark of
 * its kind, `["d", …]`, `["m", …]` or `["a", …]`, so that nothing that anyone typed can be taken for one.
 */
export function toPlain(value: unknown): unknown {
  if (value instanceof Date) return ["d", value.toISOString()]
  if (value instanceof Map) return ["m", ...[...value].map(([key, each]) => [toPlain(key), toPlain(each)])]
  if (Array.isArray(value)) return ["a", ...value.map(toPlain)]
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlain(each)]))
  return value
}

/** What `toPlain` wrote, as it was. Throws for anything else. */
export function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) {
    const [kind, ...rest] = value as readonly unknown[]
    if (kind === "d" && typeof rest[0] === "string") return new Date(rest[0])
    if (kind === "m") return new Map(rest.map((pair) => pairOf(pair)))
    if (kind === "a") return rest.map(fromPlain)
    throw new TypeError("not written by toPlain")
  }
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fromPlain(each)]))
  return value
}

function pairOf(pair: unknown): [unknown, unknown] {
  if (!Array.isArray(pair)) throw new TypeError("not written by toPlain")
  return [fromPlain(pair[0]), fromPlain(pair[1])]
}
