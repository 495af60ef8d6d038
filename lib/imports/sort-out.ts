/** Readings as columns of equal length: the fastest form to hand over in bulk. */
export type SignalColumns = {
  readonly accountIds: readonly string[]
  readonly measureIds: readonly number[]
  readonly days: readonly string[]
  readonly values: readonly (number | null)[]
  readonly texts: readonly (string | null)[]
}

type Known = { readonly accounts: ReadonlySet<string>; readonly measures: ReadonlySet<number> }

/**
 * Parts a batch into readings that state a value and readings that withdraw one, each place once with its last
 * word. Readings of unknown accounts or measures are counted and dropped.
 */
export function sortOut(
  signals: SignalColumns,
  { accounts, measures }: Known,
): { stated: SignalColumns; withdrawn: SignalColumns; unknown: number } {
  const last = new Map<string, number>()
  let unknown = 0
  for (const [place, accountId] of signals.accountIds.entries()) {
    const measureId = signals.measureIds[place]!
    if (accounts.has(accountId) && measures.has(measureId))
      last.set(`${accountId} ${measureId} ${signals.days[place]}`, place)
    else unknown += 1
  }
  const places = [...last.values()]
  const isStated = (place: number) => signals.values[place] !== null || signals.texts[place] !== null
  return {
    stated: pick(signals, places.filter(isStated)),
    withdrawn: pick(
      signals,
      places.filter((place) => !isStated(place)),
    ),
    unknown,
  }
}

const pick = (signals: SignalColumns, places: readonly number[]): SignalColumns => ({
  accountIds: places.map((place) => signals.accountIds[place]!),
  measureIds: places.map((place) => signals.measureIds[place]!),
  days: places.map((place) => signals.days[place]!),
  values: places.map((place) => signals.values[place]!),
  texts: places.map((place) => signals.texts[place]!),
})
