import { type Repair, repair } from "#lib/imports/settings.ts"

/** How the forms of the check step name what they send. */
export const repairFields = {
  repair: "repair",
  all: "all",
  takeBack: "take_back",
  column: "column",
  from: "from",
  to: "to",
  rate: "rate",
} as const

export type AskedRepairs =
  | { readonly do: "all" }
  | { readonly do: "take_back"; readonly place: number }
  | { readonly do: "add"; readonly repairs: readonly Repair[] }

/** What a form of the check step asks for; null when it cannot be read. */
export function readRepairForm(form: URLSearchParams): AskedRepairs | null {
  if (form.has(repairFields.all)) return { do: "all" }
  const place = form.get(repairFields.takeBack)
  if (place !== null) return /^\d{1,4}$/.test(place) ? { do: "take_back", place: Number(place) } : null
  if (form.has(repairFields.rate)) return conversions(form)
  const chosen = form.get(repairFields.repair)
  const read = chosen === null ? replacement(form) : repair.safeParse(jsonOf(chosen)).data
  return read ? { do: "add", repairs: [read] } : null
}

/** Rates of the currencies that got one; null when none did, or one is no rate. */
function conversions(form: URLSearchParams): AskedRepairs | null {
  const column = Number(form.get(repairFields.column) ?? Number.NaN)
  const from = form.getAll(repairFields.from)
  const rates = form.getAll(repairFields.rate).map((rate) => rate.trim())
  const asked = from.flatMap((code, place) =>
    rates[place] ? [{ do: "convert", column, from: code, rate: Number(rates[place].replace(",", ".")) }] : [],
  )
  const read = repair.array().min(1).safeParse(asked).data
  return read ? { do: "add", repairs: read } : null
}

/** The words that were given another reading; those left alone are not sent on. */
function replacement(form: URLSearchParams): Repair | undefined {
  const to = form.getAll(repairFields.to)
  const words = form
    .getAll(repairFields.from)
    .map((from, place) => ({ from, to: to[place] ?? "" }))
    .filter((word) => word.to.trim() !== "")
  const column = form.get(repairFields.column)
  if (column === null || !/^\d{1,5}$/.test(column)) return undefined
  return repair.safeParse({ do: "replace_words", column: Number(column), words }).data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
