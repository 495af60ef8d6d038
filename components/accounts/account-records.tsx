import { ContactsTable } from "#components/accounts/contacts-table.tsx"
import { ContractsTable } from "#components/accounts/contracts-table.tsx"
import { cutWords } from "#components/accounts/cut-words.ts"
import { MovementsTable } from "#components/accounts/movements-table.tsx"
import { SignalsTable } from "#components/accounts/signals-table.tsx"
import { TouchpointsTable } from "#components/accounts/touchpoints-table.tsx"
import { Panel } from "#components/ui/panel.tsx"
import type { ContactRow } from "#lib/contacts/schema.ts"
import type { EarlierMovements } from "#lib/contracts/earlier-movements.ts"
import type { ContractRow, MovementRow } from "#lib/contracts/schema.ts"
import type { Place } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { SignalRow } from "#lib/signals/schema.ts"
import type { TouchpointRow } from "#lib/touchpoints/schema.ts"

/** The rows behind the account: what was agreed, paid, said and measured. */
export function AccountRecords({
  contracts,
  movements,
  contacts,
  touchpoints,
  signals,
  earlier,
  totals,
  today,
  place,
  mayReadPersonal,
}: {
  contracts: readonly ContractRow[]
  movements: readonly MovementRow[]
  contacts: readonly ContactRow[]
  touchpoints: readonly TouchpointRow[]
  signals: readonly SignalRow[]
  /** The movements that the list leaves out. */
  earlier: EarlierMovements | null
  /** How many there are in all, whatever is listed. */
  totals: { readonly contracts: number; readonly contacts: number; readonly touchpoints: number }
  today: string
  place: Place
  mayReadPersonal: boolean
}) {
  const measures = new Set(signals.map((signal) => signal.measureKey)).size
  const peopleNotes = [
    mayReadPersonal ? null : "Your role does not read names and addresses.",
    cutWords(contacts.length, totals.contacts, "by role"),
  ].filter((note) => note !== null)
  const touchpointsCut = cutWords(touchpoints.length, totals.touchpoints, "the newest")
  return (
    <>
      <Panel title={`Signals: ${formatCount(measures, "measure")}`} id="signals">
        <SignalsTable rows={signals} today={today} />
      </Panel>
      <Panel
        title="Contracts"
        id="contracts"
        subtitle={cutWords(contracts.length, totals.contracts, "the newest")}
      >
        <ContractsTable rows={contracts} today={today} />
      </Panel>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Panel
          title="ARR movements"
          id="movements"
          subtitle={earlier && cutWords(movements.length, movements.length + earlier.count, "the newest")}
        >
          <MovementsTable rows={movements} earlier={earlier} today={today} />
        </Panel>
        <Panel title="People" id="people" subtitle={peopleNotes.join(" ")}>
          <ContactsTable rows={contacts} today={today} />
        </Panel>
      </div>
      <Panel
        title="Touchpoints"
        id="touchpoints"
        subtitle={touchpointsCut ?? (touchpoints.length > 1 && "The newest first.")}
      >
        <TouchpointsTable rows={touchpoints} place={place} today={today} />
      </Panel>
    </>
  )
}
