import { settingFields } from "#components/imports/read-settings-form.ts"
import { SelectField } from "#components/ui/select-field.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import { encodingNames, type FileEncoding } from "#lib/imports/encoding.ts"
import type { FileFacts } from "#lib/imports/file-facts.ts"
import { separatorNames, separators } from "#lib/imports/separator.ts"
import type { ConflictMode, ImportSettings } from "#lib/imports/settings.ts"

const conflictWords: Record<ConflictMode, string> = {
  update: "Update stated values",
  skip: "Skip, leave as they are",
  overwrite: "Overwrite, blanks too",
}

const encodings = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const
const distinctName = { "utf-16le": "UTF-16 (LE)", "utf-16be": "UTF-16 (BE)" } as const

const encodingWord = (name: FileEncoding["name"]): string =>
  name === "utf-16le" || name === "utf-16be" ? distinctName[name] : encodingNames[name]

/** How the file is read: each guess is the first choice, and every other reading can be chosen instead. */
export function ReadingFields({
  settings,
  facts,
  timeZone,
  today,
  asksForZone,
  asksForDay,
}: {
  settings: ImportSettings
  facts: FileFacts
  /** The workspace's. */
  timeZone: string
  today: string
  /** The file has times of day, which may state no offset. */
  asksForZone: boolean
  /** The file has values of measures that state no day. */
  asksForDay: boolean
}) {
  const guess = (what: string | null) => ({ value: "", label: what === null ? "Guess" : `Guess: ${what}` })
  return (
    <div className="flex flex-wrap items-end gap-4">
      <SelectField
        label="Rows that are here already"
        name={settingFields.conflict}
        defaultValue={settings.conflict}
        options={Object.entries(conflictWords).map(([value, label]) => ({ value, label }))}
      />
      {facts.encoding !== null && (
        <SelectField
          label="Encoding"
          name={settingFields.encoding}
          defaultValue={settings.encoding ?? ""}
          options={[
            guess(encodingWord(facts.encoding.name)),
            ...encodings.map((value) => ({ value, label: encodingWord(value) })),
          ]}
        />
      )}
      {facts.separator !== null && (
        <SelectField
          label="Separator"
          name={settingFields.separator}
          defaultValue={settings.separator ?? ""}
          options={[
            guess(separatorNames[facts.separator.value]),
            ...separators.map((value) => ({ value, label: separatorNames[value] })),
          ]}
        />
      )}
      {facts.sheets.length > 1 && (
        <SelectField
          label="Sheet"
          name={settingFields.sheet}
          defaultValue={settings.sheet ?? ""}
          options={[guess(facts.sheet), ...facts.sheets.map((value) => ({ value, label: value }))]}
        />
      )}
      {asksForZone && (
        <SelectField
          label="Time zone of times"
          name={settingFields.timeZone}
          defaultValue={settings.timeZone ?? ""}
          options={[
            guess(timeZone),
            ...Intl.supportedValuesOf("timeZone").map((value) => ({ value, label: value })),
          ]}
        />
      )}
      {asksForDay && (
        <TextField
          label="Day of the values"
          name={settingFields.day}
          type="date"
          max={today}
          defaultValue={settings.day ?? today}
          width="w-40"
        />
      )}
    </div>
  )
}
