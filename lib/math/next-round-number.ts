/**
 * The first plain number above a limit: whole when the limit is whole and there is room for 1, otherwise on
 * the coarsest decimal step (…, 10, 1, 0.1, …) that still fits below `limit + room`.
 *
 * For sentences such as "more than 7": 8, or 7.1 when the room ends at 7.5. `room` is positive.
 *
 * Source: a rule of wording of our own; its laws are in the test beside it.
 */
export function nextRoundNumber(limit: number, room: number): number {
  if (Number.isInteger(limit) && room >= 1) return limit + 1
  const step = 10 ** Math.floor(Math.log10(room))
  const rounded = Number(((Math.floor(limit / step + 1e-9) + 1) * step).toPrecision(12))
  return rounded > limit && rounded <= limit + room ? rounded : limit + room / 2
}
