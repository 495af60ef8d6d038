import { SelectField } from "#components/ui/select-field.tsx"

/** Who answers for something; nobody may be chosen. */
export function OwnerField({
  ownerId,
  people,
  error,
}: {
  ownerId: string
  people: readonly { readonly id: string; readonly name: string }[]
  error: string | undefined
}) {
  return (
    <SelectField
      label="Owner"
      name="ownerId"
      defaultValue={ownerId}
      options={[
        { value: "", label: "unassigned" },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      error={error}
    />
  )
}
