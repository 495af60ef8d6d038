import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { DataFirstRun } from "#components/data/data-first-run.tsx"
import { FreshnessPanel } from "#components/data/freshness-panel.tsx"
import { ImportsPanel } from "#components/data/imports-panel.tsx"
import { LineagePanel } from "#components/data/lineage-panel.tsx"
import { MeasureNow } from "#components/data/measure-now.tsx"
import { SourcesPanel } from "#components/data/sources-panel.tsx"
import { StandardsPanel } from "#components/data/standards-panel.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { DemoLink } from "#components/ui/demo-link.tsx"
import { FailedPanel } from "#components/ui/failed-panel.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { recentImports } from "#db/queries/data-sources.ts"
import { lineageOverview, sourcesOverview, standardsOverview } from "#db/queries/quality-overview.ts"
import { can } from "#lib/access/policy.ts"
import { dayOf } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import { measuredWords } from "#lib/quality/measured-words.ts"
import { trustAnswer } from "#lib/quality/trust-answer.ts"
import { trustQuestion } from "#lib/quality/trust-question.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { partRead } from "#lib/server/desk/part-read.ts"
import { measureNow } from "./actions.ts"

export const metadata: Metadata = { title: "Data" }

const importsShown = 5

/** It looks through the readings of 400 days, more than anything else here. */
const lineagePart = partRead<Awaited<ReturnType<typeof lineageOverview>>>("lineage", (rows) =>
  formatCount(rows.length, "measure or field", "measures and fields"),
)

export default async function DataPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("data.read", "/data", search)
  if (desk.missing) return <NotAllowed title="Data" permission={desk.missing} />
  const { caller, timeZone } = desk
  const today = dayOf(caller.now, timeZone)
  const place = { now: caller.now, timeZone }
  const { sources, standards, imports } = await deskRead(caller, async (tx) => ({
    sources: await sourcesOverview(tx, caller, { today, timeZone }),
    standards: await standardsOverview(tx, caller, { today }),
    imports: await recentImports(tx, caller, { limit: importsShown }),
  }))
  const lineage = await lineagePart(caller, () =>
    deskRead(caller, (tx) => lineageOverview(tx, caller, { today })),
  )
  const mayWrite = can(caller, "data.write")
  const mayImport = can(caller, "import.write")
  return (
    <>
      <PageHead
        title="Data"
        answer={trustAnswer(trustQuestion({ sources, standards }))}
        asOf={measuredWords(standards, place)}
        actions={mayWrite && <MeasureNow measureAction={measureNow} />}
      />
      <LeftOutNote search={search} understood={{}} />
      {sources.length === 0 && imports.length === 0 && (
        <DataFirstRun
          mayImport={mayImport}
          demo={<DemoLink workspaces={desk.workspaces} current={desk.workspaceSlug} path="/data" />}
        />
      )}
      {sources.length > 0 && <SourcesPanel rows={sources} today={today} />}
      <StandardsPanel rows={standards} today={today} mayWrite={mayWrite} />
      {sources.length > 0 && <FreshnessPanel rows={sources} today={today} />}
      {imports.length > 0 && <ImportsPanel rows={imports} place={place} mayImport={mayImport} />}
      {lineage.ok ? (
        <LineagePanel rows={lineage.value} />
      ) : (
        <FailedPanel
          id="lineage"
          title="Which pages use this?"
          source="The count of readings by source"
          part={lineage}
          place={place}
          againHref="/data"
        />
      )}
    </>
  )
}
