import { checkCells } from "./check-cells.ts"
import { isBlank } from "./column-profile.ts"
import type { FieldPlan, ImportPlan } from "./import-plan.ts"
import { readDayIn } from "./read-cell.ts"
import { plainNumber, readReading, unreadable } from "./read-reading.ts"
import type { Fault, Reading, SignalRecord } from "./records.ts"
import { replacements } from "./replacements.ts"
import { type TextKey, textKey } from "./text-key.ts"

/** More than the measures that a file may have; the last one stands for a row with all of them. */
const measurePlaces = 1_024
const wholeRow = measurePlaces - 1

/** Texts that repeat are read once; a cache that is full begins anew, so that memory stays bounded. */
const mostCached = 100_000
const longestAccount = 400
const firstReading = "2000-01-01"
const dayMs = 86_400_000

type Account = TextKey & { readonly text: string }
type Day = { readonly text: string; readonly number: number }
type Replaced = ReadonlyMap<string, string> | null

/**
 * Reads rows of readings fast: accounts, days and measures repeat, so each different text is judged once and the
 * rest is a look-up. `key` then holds 64 bits of the identity of the row that was read last.
 */
export class SignalReader {
  readonly #plan: ImportPlan
  readonly #account: FieldPlan | undefined
  readonly #day: FieldPlan | undefined
  readonly #measure: FieldPlan | undefined
  readonly #value: FieldPlan | undefined
  readonly #replaced: { readonly account: Replaced; readonly day: Replaced; readonly value: Replaced }
  readonly #replacedWide: readonly Replaced[]
  readonly #accounts = new Map<string, Account>()
  readonly #days = new Map<string, Day>()
  readonly #places: ReadonlyMap<string, number>
  readonly #fixedDay: Day
  high = 0
  low = 0

  constructor(plan: ImportPlan) {
    const { account, day, measureName: measure, value } = plan.fields
    const replaced = (field: FieldPlan | undefined) => (field ? replacements(plan, field.index) : null)
    this.#plan = plan
    this.#account = account
    this.#day = day
    this.#measure = measure
    this.#value = value
    this.#replaced = { account: replaced(account), day: replaced(day), value: replaced(value) }
    this.#replacedWide = plan.measures.map(({ index }) => (index === null ? null : replacements(plan, index)))
    this.#places = new Map(
      plan.measures.flatMap(({ header, aliases }, place) =>
        [header, ...aliases].map((name): [string, number] => [name, place]),
      ),
    )
    this.#fixedDay = { text: plan.day, number: Math.floor(Date.parse(plan.day) / dayMs) }
  }

  read(cells: readonly string[], faults: Fault[]): SignalRecord | null {
    if (cells.length !== this.#plan.headers.length) {
      checkCells(cells, this.#plan, faults)
      if (faults.length > 0) return null
    }
    const account = this.#readAccount(cells, faults)
    const day = this.#day ? this.#readDay(this.#day, cells, faults) : this.#fixedDay
    const readings = this.#measure
      ? this.#readLong(this.#measure, cells, faults)
      : this.#readWide(cells, faults)
    if (account === null || day === null || readings === null) return null
    this.#keep(account, day.number, this.#measure ? readings[0]!.measure : wholeRow)
    return { account: account.text, day: this.#day ? day.text : null, readings }
  }

  #keep(account: Account, day: number, measure: number): void {
    // No two days and measures make the same number, so that only texts of accounts can ever collide.
    const rest = day * measurePlaces + measure
    this.high = (account.high ^ Math.imul(rest ^ (rest >>> 15), 0xc2b2ae35)) >>> 0
    this.low = (account.low + Math.imul(rest, 0x27d4eb2f)) >>> 0
  }

  #readAccount(cells: readonly string[], faults: Fault[]): Account | null {
    const column = this.#account!.index
    const cell = cells[column] ?? ""
    const known = this.#accounts.get(cell)
    if (known) return known
    const text = this.#replaced.account?.get(cell) ?? cell
    if (text === "" || isBlank(text)) return tell(faults, "empty_cell", column, "account", "(blank)")
    if (text.length > longestAccount) return tell(faults, "too_long", column, "account", text)
    if (isUnsound(text, column, faults)) return null
    if (this.#accounts.size >= mostCached) this.#accounts.clear()
    const account = { text: ownCopy(text), ...textKey(text) }
    this.#accounts.set(ownCopy(cell), account)
    return account
  }

  #readDay(field: FieldPlan, cells: readonly string[], faults: Fault[]): Day | null {
    const cell = cells[field.index] ?? ""
    const known = this.#days.get(cell)
    if (known) return known
    const given = this.#replaced.day?.get(cell) ?? cell
    if (given === "" || isBlank(given)) return tell(faults, "empty_cell", field.index, "day", "(blank)")
    const text = readDayIn(given, field, this.#plan.timeZone)
    if (text === null) return tell(faults, "unreadable_field", field.index, "day", given)
    if (text > this.#plan.today) return tell(faults, "future_day", field.index, "day", given)
    if (text < firstReading) return tell(faults, "day_out_of_range", field.index, "day", given)
    if (this.#days.size >= mostCached) this.#days.clear()
    const day = { text: ownCopy(text), number: Math.floor(Date.parse(text) / dayMs) }
    this.#days.set(ownCopy(cell), day)
    return day
  }

  #readLong(field: FieldPlan, cells: readonly string[], faults: Fault[]) {
    const name = cells[field.index] ?? ""
    const place = this.#places.get(name)
    const column = this.#value!.index
    const cell = cells[column] ?? ""
    if (place === undefined) {
      if (!isUnsound(name, field.index, faults))
        tell(faults, name === "" ? "empty_cell" : "no_measure", field.index, "measureName", name || "(blank)")
      return null
    }
    const measure = this.#plan.measures[place]!
    const text = this.#replaced.value?.get(cell) ?? cell
    const value = this.#valueOf(text, { column, field: "value" }, measure, faults)
    if (value === unreadable) return null
    return [{ measure: place, value }]
  }

  #readWide(cells: readonly string[], faults: Fault[]) {
    const { measures } = this.#plan
    const readings: { measure: number; value: Reading }[] = []
    for (let place = 0; place < measures.length; place += 1) {
      const measure = measures[place]!
      const column = measure.index ?? 0
      const cell = cells[column] ?? ""
      const text = this.#replacedWide[place]?.get(cell) ?? cell
      const value = this.#valueOf(text, { column, field: "" }, measure, faults)
      readings.push({ measure: place, value: value === unreadable ? null : value })
    }
    return readings
  }

  #valueOf(
    text: string,
    { column, field }: { column: number; field: string },
    measure: ImportPlan["measures"][number],
    faults: Fault[],
  ): Reading | typeof unreadable {
    if (measure.kind === "number") {
      const plain = plainNumber(text, measure.style)
      if (plain !== null) return plain
    }
    if (isUnsound(text, column, faults)) return unreadable
    const value = readReading(text, measure)
    if (value === unreadable)
      tell(faults, measure.kind === "number" ? "unreadable_number" : "too_long", column, field, text)
    return typeof value === "string" ? ownCopy(value) : value
  }
}

function tell(faults: Fault[], kind: string, columnIndex: number, field: string, found: string): null {
  faults.push({ kind, columnIndex, field, found })
  return null
}

function isUnsound(text: string, columnIndex: number, faults: Fault[]): boolean {
  if (text.includes("\u0000")) tell(faults, "nul_character", columnIndex, "", text)
  else if (text.includes("\ufffd")) {
    tell(faults, "unreadable_character", columnIndex, "", text)
    return false
  } else if (!text.isWellFormed()) tell(faults, "half_character", columnIndex, "", text)
  else return false
  return true
}

/** The engine keeps a cut-out text together with all it was cut from; what is cached must stand alone. */
const ownCopy = (text: string): string => (text.length < 13 ? text : Array.from(text).join(""))
