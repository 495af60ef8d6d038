import { ContactsTable } from "#components/accounts/contacts-table.tsx"
import { ContractsTable } from "#components/accounts/contracts-table.tsx"
import { MovementsTable } from "#components/accounts/movements-table.tsx"
import { SignalsTable } from "#components/accounts/signals-table.tsx"
import { TouchpointsTable } from "#components/accounts/touchpoints-table.tsx"
import { Panel } from "#components/ui/panel.tsx"
import type { ContactRow } from "#lib/contacts/schema.ts"
import type { ContractRow, MovementRow } from "#lib/contracts/schema.ts"
import type { Place } from "#lib/format/instant.ts"
import type { SignalRow } from "#lib/signals/schema.ts"
import type { TouchpointRow } from "#lib/touchpoints/schema.ts"

/** The rows behind the account: what was agreed, paid, said and measured. */
export function AccountRecords({
  contracts,
  movements,
  contacts,
  touchpoints,
  signals,
  today,
  place,
  mayReadPersonal,
}: {
  contracts: readonly ContractRow[]
  movements: readonly MovementRow[]
  contacts: readonly ContactRow[]
  touchpoints: readonly TouchpointRow[]
  signals: readonly SignalRow[]
  today: string
  place: Place
  mayReadPersonal: boolean
}) {
  return (
    <>
      <Panel title={`Signals: ${signals.length} measures`} id="signals">
        <SignalsTable rows={signals} today={today} />
      </Panel>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Panel title="Contracts" id="contracts">
          <ContractsTable rows={contracts} today={today} />
        </Panel>
        <Panel title="ARR movements" id="movements">
          <MovementsTable rows={movements} today={today} />
        </Panel>
        <Panel
          title="People"
          id="people"
          {...(mayReadPersonal ? {} : { subtitle: "Your role does not read names and addresses." })}
        >
          <ContactsTable rows={contacts} today={today} />
        </Panel>
      </div>
      <Panel title="Touchpoints" id="touchpoints" subtitle={touchpoints.length > 1 && "The newest first."}>
        <TouchpointsTable rows={touchpoints} place={place} today={today} />
      </Panel>
    </>
  )
}
