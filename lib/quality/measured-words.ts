import { formatInstant, type Place } from "#lib/format/instant.ts"

const staleAfterHours = 26

/** When the sources were judged and the standards measured last; a measurement older than a day is called old. */
export function measuredWords(
  standards: readonly { readonly measuredAt: Date | null }[],
  place: Place,
): string {
  const times = standards.flatMap(({ measuredAt }) => (measuredAt === null ? [] : [measuredAt.getTime()]))
  const sources = `Sources as of ${formatInstant(place.now, place)}.`
  if (times.length === 0) return `${sources} Quality is not measured yet.`
  const newest = new Date(Math.max(...times))
  const isOld = place.now.getTime() - newest.getTime() > staleAfterHours * 3_600_000
  return `${sources} Quality measured ${formatInstant(newest, place)}${isOld ? ", more than a day ago: the figures below are old" : ""}.`
}
