import { Button } from "#components/ui/button.tsx"
import { SelectField, type SelectOption } from "#components/ui/select-field.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import type { AccountsQuery } from "#lib/accounts/list-query.ts"
import { segments } from "#lib/accounts/schema.ts"
import { bandWords } from "#lib/health/band.ts"
import { scoreBands } from "#lib/health/schema.ts"

const any = (label: string): SelectOption => ({ value: "", label })

/** Narrows the list by its address: a plain form, so that it works without script. */
export function AccountsFilter({ query, owners }: { query: AccountsQuery; owners: readonly SelectOption[] }) {
  const bands = scoreBands.map((band) => ({ value: band, label: bandWords[band].label }))
  return (
    <form action="/accounts" className="flex flex-wrap items-center gap-2 print:hidden">
      <TextField
        label="Account name"
        name="q"
        type="search"
        maxLength={200}
        isLabelHidden
        placeholder="Account name"
        defaultValue={query.q}
        width="w-52"
      />
      <SelectField
        label="Health"
        name="band"
        isLabelHidden
        options={[any("All health"), ...bands]}
        defaultValue={query.band ?? ""}
      />
      <SelectField
        label="Segment"
        name="segment"
        isLabelHidden
        options={[any("All segments"), ...segments.map((segment) => ({ value: segment, label: segment }))]}
        defaultValue={query.segment ?? ""}
      />
      <SelectField
        label="Owner"
        name="owner"
        isLabelHidden
        options={[any("All owners"), ...owners]}
        defaultValue={query.owner ?? ""}
      />
      {query.sort && <input type="hidden" name="sort" value={query.sort} />}
      <Button type="submit">Show matching</Button>
    </form>
  )
}
