import { auditChips } from "#components/admin/audit-chips.ts"
import { Button } from "#components/ui/button.tsx"
import { FilterChip } from "#components/ui/filter-chip.tsx"
import { SelectField } from "#components/ui/select-field.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import { callerDoors } from "#lib/access/caller.ts"
import { type AuditQuery, doorNames } from "#lib/audit/audit-query.ts"
import { eventTitle } from "#lib/audit/event-words.ts"
import { type EventType, eventPayloads } from "#lib/events/schema.ts"

const types = (Object.keys(eventPayloads) as EventType[])
  .map((type) => ({ value: type, label: eventTitle(type) }))
  .toSorted((a, b) => (a.label < b.label ? -1 : 1))
const doors = callerDoors.map((door) => ({ value: door, label: doorNames[door] }))

/** Narrows the log by its address: a plain form, so that it works without script. */
export function AuditFilter({ query, today }: { query: AuditQuery; today: string }) {
  const shown = auditChips(query, today)
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <form key={JSON.stringify(query)} action="/admin/audit" className="flex flex-wrap items-end gap-2">
        <TextField
          label="Who"
          name="who"
          type="search"
          maxLength={120}
          defaultValue={query.who}
          width="w-36"
        />
        <SelectField
          label="What"
          name="what"
          options={[{ value: "", label: "All facts" }, ...types]}
          defaultValue={query.what ?? ""}
        />
        <TextField
          label="Account"
          name="account"
          type="search"
          maxLength={120}
          defaultValue={query.account}
          width="w-36"
        />
        <TextField label="From" name="from" type="date" defaultValue={query.from} width="w-36" />
        <TextField label="To" name="to" type="date" defaultValue={query.to} width="w-36" />
        <SelectField
          label="Via"
          name="via"
          options={[{ value: "", label: "All ways" }, ...doors]}
          defaultValue={query.via ?? ""}
        />
        <Button type="submit">Show matching</Button>
      </form>
      {shown.length > 0 && (
        <ul aria-label="Filters that are on" className="flex flex-wrap gap-2">
          {shown.map(({ filter, label, href }) => (
            <li key={filter}>
              <FilterChip label={label} removeHref={href} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
