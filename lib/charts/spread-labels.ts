/**
 * The places, of `count` in a row, that carry a label: the first and the last, and others evenly between them, at
 * most `most` in all. Nothing to label: none.
 */
export function spreadLabels(count: number, most: number): Set<number> {
  if (count <= 0) return new Set()
  const step = Math.max(1, Math.ceil((count - 1) / Math.max(1, most - 1)))
  const places = Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step)
  // The last always counts; a neighbour too near to it gives way.
  if (places.at(-1) !== count - 1) {
    if (count - 1 - places.at(-1)! < step && places.length > 1) places.pop()
    places.push(count - 1)
  }
  return new Set(places)
}
