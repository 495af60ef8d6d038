/** Currencies that headers and cells of such files name. A header word such as ALL or TOP is none of them. */
const known =
  /(?<![A-Z])(USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|BRL|MXN|SGD|HKD|KRW|ZAR|AED|SAR|ILS)(?![A-Z])/i
const dollars: ReadonlySet<string> = new Set(["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"])
const signs: Readonly<Record<string, string>> = { "€": "EUR", "£": "GBP", "¥": "JPY", $: "$" }

type Stated = {
  /** The cell of the currency column; null when it is blank or there is none. */
  readonly cell: string | null
  /** The amount as it is written. */
  readonly amount: string
  readonly header: string
  /** The workspace's currency, as its code. */
  readonly own: string
}

/**
 * The currency that an amount is stated in, as a code in capitals: by the currency column, else by a sign beside the
 * amount, else by the header, else the workspace's own. "$" alone is the own one where that is a kind of dollar, and
 * else stays "$", because nobody can say which dollar is meant.
 */
export function statedCurrency({ cell, amount, header, own }: Stated): string {
  const sign = (text: string) => signs[text.match(/[€£¥$]/)?.[0] ?? ""]
  const word = cell?.trim().toUpperCase() || null
  const found =
    word === null ? (sign(amount) ?? known.exec(header)?.[1]?.toUpperCase() ?? sign(header)) : word
  const code = (found && signs[found]) ?? found ?? own
  return code === "$" && dollars.has(own) ? own : code
}
