import { type ImportRow, ImportsTable } from "#components/imports/imports-table.tsx"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { Panel } from "#components/ui/panel.tsx"
import type { Place } from "#lib/format/instant.ts"

/** The newest imports; all of them stand on their own page. */
export function ImportsPanel({
  rows,
  place,
  mayImport,
}: {
  rows: readonly ImportRow[]
  place: Place
  mayImport: boolean
}) {
  return (
    <Panel
      title="Recent imports"
      subtitle="Newest first; rows created, updated, skipped and rejected by each."
      actions={mayImport && <ButtonLink href="/imports">All imports</ButtonLink>}
    >
      <ImportsTable rows={rows} place={place} />
    </Panel>
  )
}
