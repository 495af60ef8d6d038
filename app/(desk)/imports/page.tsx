import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { importsAnswer } from "#components/imports/imports-answer.ts"
import { ImportsTable } from "#components/imports/imports-table.tsx"
import { ToldNote } from "#components/imports/told-note.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { ButtonLink } from "#components/ui/button-link.tsx"
import { DemoLink } from "#components/ui/demo-link.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { FirstRunState } from "#components/ui/first-run-state.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { importRuns } from "#db/queries/imports.ts"
import { formatInstant } from "#lib/format/instant.ts"
import { noBreak } from "#lib/format/number.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"

export const metadata: Metadata = { title: "Imports" }

const pageSize = 50

const importAFile = (
  <ButtonLink href="/imports/new" variant="primary">
    Import a file
  </ButtonLink>
)

export default async function ImportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("import.write", "/imports", search)
  if (desk.missing) return <NotAllowed title="Imports" permission={desk.missing} />
  const { caller, timeZone, workspaceName } = desk
  const after = typeof search.after === "string" ? search.after : null
  const found = await deskRead(caller, (tx) => importRuns(tx, caller, { after, limit: pageSize + 1 }))
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  const isFirstRun = rows.length === 0 && after === null
  const place = { now: caller.now, timeZone }
  return (
    <>
      <PageHead
        title="Imports"
        answer={importsAnswer(rows, { isFirstPage: after === null, hasMore: found.length > pageSize })}
        asOf={`As of ${formatInstant(caller.now, place)}.`}
        actions={!isFirstRun && importAFile}
      />
      <LeftOutNote search={search} understood={{ after, told: search.told }} />
      <ToldNote told={search.told} />
      {rows.length > 0 ? (
        <div className="min-w-0 rounded-panel border border-hairline bg-surface px-4 pb-4">
          <ImportsTable rows={rows.map((row) => ({ ...row, source: row.source.name }))} place={place} />
        </div>
      ) : isFirstRun ? (
        <FirstRunState
          title="Your imports will be here"
          action={importAFile}
          demo={<DemoLink workspaces={desk.workspaces} current={desk.workspaceSlug} path="/imports" />}
        >
          One row for each file: what it brought into {workspaceName}, what was left out, who imported it, and
          for 24{noBreak}hours the way back.
        </FirstRunState>
      ) : (
        <EmptyState title="No older import">These were all.</EmptyState>
      )}
      {(after !== null || found.length > pageSize) && (
        <nav aria-label="Pages" className="flex justify-end gap-2 print:hidden">
          {after !== null && <ButtonLink href="/imports">Newest</ButtonLink>}
          {last && found.length > pageSize && (
            <ButtonLink href={`/imports?after=${last.id}`}>Older</ButtonLink>
          )}
        </nav>
      )}
    </>
  )
}
