import { compactName } from "./compact-name.ts"
import { defaultSettings, type ImportSettings } from "./settings.ts"

/**
 * What a program asks for, over what a person decided about the last file with this header: its own words count, and
 * where it says nothing the person's do. Columns of another sheet are other columns.
 */
export function overPreset(preset: ImportSettings, given: Partial<ImportSettings>): ImportSettings {
  const isOtherSheet = given.sheet != null && given.sheet !== preset.sheet
  const base = isOtherSheet ? defaultSettings : preset
  const stated = given.columns ?? []
  return {
    ...base,
    day: given.day ?? base.day,
    timeZone: given.timeZone ?? base.timeZone,
    sheet: given.sheet ?? base.sheet,
    conflict: given.conflict ?? base.conflict,
    columns: [
      ...base.columns.filter(({ use, header }) => !stated.some((one) => isFor(one, { use, header }))),
      ...stated,
    ],
    repairs: [...base.repairs, ...(given.repairs ?? [])],
  }
}

type Column = { readonly use: string; readonly header: string }

/** A field is filled by one column; of measures and of columns that are ignored there are many. */
const isFor = (one: Column, other: Column): boolean =>
  compactName(one.header) === compactName(other.header) ||
  (one.use !== "measure" && one.use !== "ignore" && compactName(one.use) === compactName(other.use))
