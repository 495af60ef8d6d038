/**
 * Key by which names are sorted and paged, the same on every database collation: accents and case
 * folded, digits padded so that "Store 9" comes before "Store 10". Compare bytewise ("C").
 */
export function sortKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, "").padStart(10, "0"))
    .trim()
    .slice(0, 200)
}
