/**
 * Contrast ratio of two colours, 1 (same) to 21 (black on white); the order does not matter.
 *
 *   ratio = (lighter + 0.05) / (darker + 0.05)
 *   luminance = 0.2126 R + 0.7152 G + 0.0722 B, each channel made linear first
 *
 * Text needs 4.5, marks and edges of controls need 3.
 * Colours are `#RRGGBB`; anything else throws.
 * Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
 */
export function contrast(one: string, other: string): number {
  const luminances = [luminance(one), luminance(other)]
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05)
}

function luminance(colour: string): number {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!hex) throw new RangeError(`${colour} is not a colour written as #RRGGBB`)
  const [red, green, blue] = hex.slice(1).map((channel) => linear(Number.parseInt(channel, 16) / 255))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

const linear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
