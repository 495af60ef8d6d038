import type { Choice } from "#components/admin/person-form-values.ts"
import { SelectField } from "#components/ui/select-field.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import type { PersonFields } from "#lib/people/staff.ts"

const choices = (all: readonly Choice[]) => [
  { value: "", label: "none" },
  ...all.map(({ id, name }) => ({ value: id, label: name })),
]

/** The fields of a person as they were typed last. */
export function PersonFieldset({
  typed,
  fields,
  teams,
  managers,
  positions,
}: {
  typed: PersonFields
  /** Messages by field path. */
  fields: Readonly<Record<string, string>> | undefined
  teams: readonly Choice[]
  managers: readonly Choice[]
  positions: readonly string[]
}) {
  return (
    <div className="flex flex-wrap items-end gap-4">
      <TextField
        label="Position"
        name="position"
        list="positions"
        required
        maxLength={120}
        defaultValue={typed.position}
        error={fields?.["wanted.position"]}
        width="w-60"
      />
      <datalist id="positions">
        {positions.map((position) => (
          <option key={position} value={position} />
        ))}
      </datalist>
      <SelectField
        label="Team"
        name="teamId"
        options={choices(teams)}
        defaultValue={typed.teamId ?? ""}
        error={fields?.["wanted.teamId"]}
      />
      <SelectField
        label="Manager"
        name="managerId"
        options={choices(managers)}
        defaultValue={typed.managerId ?? ""}
        error={fields?.["wanted.managerId"]}
      />
      <TextField
        label="FTE (1 is full time)"
        name="fte"
        type="number"
        min={0}
        max={1.5}
        step={0.05}
        required
        defaultValue={Number.isFinite(typed.fte) ? typed.fte : ""}
        error={fields?.["wanted.fte"]}
        width="w-40"
      />
    </div>
  )
}
