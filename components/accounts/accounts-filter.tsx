import { Button } from "#components/ui/button.tsx"
import { SelectField, type SelectOption } from "#components/ui/select-field.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import { addressName } from "#lib/accounts/list-href.ts"
import { type AccountsQuery, ownerIsMe } from "#lib/accounts/list-query.ts"
import { lifecycleStageNames, lifecycleStages, segments } from "#lib/accounts/schema.ts"
import { bandWords } from "#lib/health/band.ts"
import { scoreBands } from "#lib/health/schema.ts"

const any = (label: string): SelectOption => ({ value: "", label })
const kept = [
  "health",
  "lost",
  "team",
  "period",
  "cmp",
  "sort",
  "cols",
  "plot",
  "density",
  "view",
] as const satisfies readonly (keyof AccountsQuery)[]

/** Narrows the list by its address: a plain form, so that it works without script. */
export function AccountsFilter({ query, owners }: { query: AccountsQuery; owners: readonly SelectOption[] }) {
  const bands = scoreBands.map((band) => ({ value: band, label: bandWords[band].label }))
  const stages = lifecycleStages.map((stage) => ({ value: stage, label: lifecycleStageNames[stage] }))
  const selects = [
    { name: "band", label: "Health", options: [any("All health"), ...bands] },
    {
      name: "segment",
      label: "Segment",
      options: [any("All segments"), ...segments.map((segment) => ({ value: segment, label: segment }))],
    },
    { name: "stage", label: "Stage", options: [any("All stages"), ...stages] },
    {
      name: "owner",
      label: "Owner",
      options: [any("All owners"), { value: ownerIsMe, label: "Me" }, ...owners],
    },
    { name: "due", label: "Renewal", options: [any("Any renewal"), { value: "90d", label: "Within 90 d" }] },
    {
      name: "quiet",
      label: "Last contact",
      options: [any("Any contact"), { value: "30d", label: "None in 30 d" }],
    },
  ] as const
  return (
    <form
      // Drawn anew when the filters become others, by a tab or a chip: fields keep what they began with.
      key={JSON.stringify([query.q, ...selects.map(({ name }) => query[name])])}
      action="/accounts"
      data-filter
      className="flex flex-wrap items-center gap-2 print:hidden"
    >
      <TextField
        label="Account name"
        name="q"
        type="search"
        maxLength={200}
        isLabelHidden
        placeholder="Account name"
        defaultValue={query.q}
        width="w-40"
      />
      {selects.map(({ name, label, options }) => (
        <SelectField
          key={name}
          label={label}
          name={addressName(name)}
          isLabelHidden
          options={options}
          defaultValue={query[name] ?? ""}
        />
      ))}
      {kept.map((name) => query[name] && <input key={name} type="hidden" name={name} value={query[name]} />)}
      <Button type="submit">Show matching</Button>
    </form>
  )
}
