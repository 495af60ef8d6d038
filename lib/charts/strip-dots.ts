export type StripValue = { readonly key: string; readonly value: number | null }
export type StripDot = {
  readonly key: string
  readonly value: number
  readonly x: number
  readonly y: number
}

/**
 * One dot for each known value: `x` is its share of the scale (0 to 1, kept inside), `y` a height from 0 to 1 that
 * only keeps dots apart. The height comes from the key (FNV-1a), so a dot stays where it is when others come or go.
 */
export function stripDots(
  values: readonly StripValue[],
  scale: { readonly from: number; readonly to: number },
): StripDot[] {
  const span = scale.to - scale.from || 1
  return values.flatMap(({ key, value }) =>
    value === null
      ? []
      : [{ key, value, x: Math.min(1, Math.max(0, (value - scale.from) / span)), y: heightOf(key) }],
  )
}

function heightOf(key: string): number {
  let hash = 0x811c9dc5
  for (let place = 0; place < key.length; place++)
    hash = Math.imul(hash ^ key.charCodeAt(place), 0x01000193) >>> 0
  // The low bits of short keys lie close together; this spreads them.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}
