export type TextKey = { readonly high: number; readonly low: number }

/**
 * 64 bits of a text for a `KeySet`. Two multiplicative hashes with different factors run over its UTF-16 units and
 * are mixed into each other at the end. Not for secrets. Source: cyrb53 by bryc (public domain), kept at 64 bits.
 */
export function textKey(text: string): TextKey {
  let one = 0xdeadbeef
  let two = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x9e3779b1)
    two = Math.imul(two ^ unit, 0x5f356495)
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(two ^ (two >>> 13), 0xc2b2ae35)
  two = Math.imul(two ^ (two >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
  return { high: two >>> 0, low: one >>> 0 }
}
