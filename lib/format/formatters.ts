/** Making a formatter costs a hundred times what using it costs, and a page uses few kinds hundreds of times. */
const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

/** The formatter of instants for a locale and options. Throws RangeError for a time zone that there is not. */
export const dateTimeFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(dates, [locale, options], () => new Intl.DateTimeFormat(locale, options))

/** The formatter of numbers for a locale and options. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept(numbers, [locale, options], () => new Intl.NumberFormat(locale, options))

function kept<Format>(formats: Map<string, Format>, kind: unknown, make: () => Format): Format {
  const key = JSON.stringify(kind)
  const known = formats.get(key)
  if (known) return known
  const format = make()
  formats.set(key, format)
  return format
}
