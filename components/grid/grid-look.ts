import { type Density, densities } from "#components/grid/grid-model.ts"

export const densityCookie = "csops-density"

export type GridLook = { readonly density: Density; readonly columns: readonly string[] }

type Asked = {
  readonly search: Readonly<Record<string, string | string[] | undefined>>
  /** The row height chosen last in this browser. */
  readonly remembered: string | undefined
  readonly known: readonly string[]
  /** Columns shown when the address names none. */
  readonly usual: readonly string[]
}

/**
 * How a table is to be drawn: `density` and `cols` of the address (ids with commas between), else what was chosen last,
 * else the usual. What is not known is dropped; the first column names the row and always stands.
 */
export function readLook({ search, remembered, known, usual }: Asked): GridLook {
  const density =
    densities.find((each) => each === search.density) ?? densities.find((each) => each === remembered)
  const asked = typeof search.cols === "string" ? search.cols.split(",") : null
  const columns = asked ? known.filter((id, place) => place === 0 || asked.includes(id)) : usual
  return { density: density ?? "default", columns }
}

/** The `cols` of an address; nothing when they are the usual ones. */
export function columnsParameter(columns: readonly string[], usual: readonly string[]): string | undefined {
  const isUsual = columns.length === usual.length && columns.every((id) => usual.includes(id))
  return isUsual ? undefined : columns.join(",")
}

/** An address with some parameters set, or taken out where they are undefined. */
export function withParameters(
  href: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const [path = "", search = ""] = href.split("?")
  const next = new URLSearchParams(search)
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) next.delete(name)
    else next.set(name, value)
  }
  return next.size > 0 ? `${path}?${next}` : path
}
