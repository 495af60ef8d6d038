import { MovementsPanel } from "#components/account/movements-panel.tsx"
import { SignalMultiples } from "#components/account/signal-multiples.tsx"
import { StakeholderGrid } from "#components/account/stakeholder-grid.tsx"
import { ContactsTable } from "#components/accounts/contacts-table.tsx"
import { ContractsTable } from "#components/accounts/contracts-table.tsx"
import { cutWords } from "#components/accounts/cut-words.ts"
import { TouchpointsTable } from "#components/accounts/touchpoints-table.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { Panel } from "#components/ui/panel.tsx"
import type { ContactRow } from "#lib/contacts/schema.ts"
import type { EarlierMovements } from "#lib/contracts/earlier-movements.ts"
import type { ContractRow, MovementRow } from "#lib/contracts/schema.ts"
import type { Place } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import type { SignalRow } from "#lib/signals/schema.ts"
import { stakeholderGaps } from "#lib/stakeholders/stakeholder-map.ts"
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
  ownerName,
  currency,
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
  ownerName: string | null
  currency: string
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
      <Panel
        title={`Signals: ${formatCount(measures, "measure")}`}
        id="signals"
        subtitle="Weekly values of the last 26 weeks. Grey band: natural limits of the weeks before."
      >
        <SignalMultiples rows={signals} today={today} />
      </Panel>
      <Panel
        title={`People: ${stakeholderGaps(contacts)}`}
        id="people"
        subtitle={
          <span className="wrap-anywhere">
            On our side: {ownerName ?? "nobody yet"}. {peopleNotes.join(" ")}
          </span>
        }
      >
        {contacts.length === 0 ? (
          <EmptyState title="No contact is known for this account." />
        ) : (
          <div className="flex flex-col gap-4">
            <StakeholderGrid rows={contacts} />
            <ContactsTable rows={contacts} today={today} />
          </div>
        )}
      </Panel>
      <Panel
        title="Contracts"
        id="contracts"
        subtitle={cutWords(contracts.length, totals.contracts, "the newest")}
      >
        <ContractsTable rows={contracts} today={today} />
      </Panel>
      <MovementsPanel rows={movements} earlier={earlier} currency={currency} today={today} />
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
