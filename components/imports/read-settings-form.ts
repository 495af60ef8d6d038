import { type ChosenColumn, type ImportSettings, importSettings } from "#lib/imports/settings.ts"

/** How the form of the map step names what it sends. */
export const settingFields = {
  use: (index: number) => `use.${index}`,
  header: (index: number) => `header.${index}`,
  encoding: "encoding",
  separator: "separator",
  sheet: "sheet",
  timeZone: "time_zone",
  day: "day",
  conflict: "conflict",
} as const

/**
 * The settings as the form of the map step states them; what it does not hold stays as before, repairs too, unless
 * the file is now read otherwise: then its columns are other columns. Null when a value is none of the choices.
 */
export function readSettingsForm(form: URLSearchParams, before: ImportSettings): ImportSettings | null {
  const said = (name: string) => form.get(name) || null
  const stated = (name: string, otherwise: string | null) => (form.has(name) ? said(name) : otherwise)
  const read = {
    encoding: stated(settingFields.encoding, before.encoding),
    separator: stated(settingFields.separator, before.separator),
    sheet: stated(settingFields.sheet, before.sheet),
  }
  const isReadOtherwise =
    read.encoding !== before.encoding || read.separator !== before.separator || read.sheet !== before.sheet
  const parsed = importSettings.safeParse({
    ...before,
    ...read,
    day: stated(settingFields.day, before.day),
    timeZone: stated(settingFields.timeZone, before.timeZone),
    conflict: said(settingFields.conflict) ?? before.conflict,
    columns: isReadOtherwise ? [] : columnsOf(form),
    repairs: isReadOtherwise ? [] : before.repairs,
  })
  return parsed.success && isZone(parsed.data.timeZone) ? parsed.data : null
}

const isZone = (name: string | null): boolean =>
  name === null || Intl.supportedValuesOf("timeZone").includes(name) || name === "UTC"

/** Whether two settings cut the file into columns alike, so that a form's columns are those of the file. */
export const isReadAlike = (one: ImportSettings, other: ImportSettings): boolean =>
  one.encoding === other.encoding && one.separator === other.separator && one.sheet === other.sheet

function columnsOf(form: URLSearchParams): ChosenColumn[] {
  const columns: ChosenColumn[] = []
  for (const [name, use] of form) {
    const index = /^use\.(\d{1,5})$/.exec(name)?.[1]
    if (index === undefined) continue
    columns.push({ header: form.get(settingFields.header(Number(index))) ?? "", index: Number(index), use })
  }
  return columns
}
