import { OwnerField } from "#components/data/owner-field.tsx"
import type { AskChoice, TypedStandard } from "#components/data/standard-form-values.ts"
import { SelectField } from "#components/ui/select-field.tsx"
import { TextArea } from "#components/ui/text-area.tsx"
import { TextField } from "#components/ui/text-field.tsx"

/** The fields of a standard as they were typed last. */
export function StandardFieldset({
  choices,
  needsDays,
  typed,
  fields,
  people,
}: {
  /** Null when field and respect are settled. */
  choices: readonly AskChoice[] | null
  needsDays: boolean
  typed: TypedStandard
  /** Messages by field. */
  fields: Readonly<Record<string, string>> | undefined
  people: readonly { readonly id: string; readonly name: string }[]
}) {
  return (
    <>
      {choices && (
        <SelectField label="Field and respect" name="asked" options={choices} defaultValue={typed.asked} />
      )}
      <div className="flex flex-wrap items-end gap-4">
        <TextField
          label="Share that must meet it"
          name="percent"
          type="number"
          min={1}
          max={100}
          step={0.1}
          required
          hint="1 to 100 % of rows"
          defaultValue={typed.percent}
          error={fields?.atLeast}
          width="w-40"
        />
        {needsDays && (
          <TextField
            label="Oldest age in days"
            name="withinDays"
            type="number"
            min={1}
            max={400}
            step={1}
            hint="For “fresh” alone"
            defaultValue={typed.withinDays}
            error={fields?.withinDays}
            width="w-40"
          />
        )}
        <OwnerField ownerId={typed.ownerId} people={people} error={fields?.ownerId} />
      </div>
      <TextArea
        label="Reason"
        name="reason"
        required
        rows={2}
        hint="What goes wrong when it is not met, in at least 10 letters"
        defaultValue={typed.reason}
        error={fields?.reason}
      />
    </>
  )
}
