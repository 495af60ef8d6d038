import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { FreshnessChart } from "#components/data/freshness-chart.tsx"
import { LineageTable } from "#components/data/lineage-table.tsx"
import { SourceForm } from "#components/data/source-form.tsx"
import { SourcesTable } from "#components/data/sources-table.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { EmptyState } from "#components/ui/empty-state.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { PartFailedState } from "#components/ui/part-failed-state.tsx"
import { lastChange } from "#db/queries/last-change.ts"
import { peopleToAssign } from "#db/queries/quality.ts"
import { lineageOverview, sourcesOverview } from "#db/queries/quality-overview.ts"
import { can } from "#lib/access/policy.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import { sourceAnswer } from "#lib/quality/source-answer.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { partRead } from "#lib/server/desk/part-read.ts"
import { setTermsOfSource } from "../../actions.ts"

export const metadata: Metadata = { title: "Source" }

/** It looks through the readings of 400 days, more than anything else here. */
const lineagePart = partRead<Awaited<ReturnType<typeof lineageOverview>>>("lineage of a source", (rows) =>
  formatCount(rows.length, "measure"),
)

export default async function SourcePage({
  params,
  searchParams,
}: {
  params: Promise<{ key: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { key } = await params
  const search = await searchParams
  const desk = await openSharedDesk("data.read", `/data/sources/${key}`, search)
  if (desk.missing) return <NotAllowed title="Source" permission={desk.missing} />
  const { caller, timeZone } = desk
  const place = { now: caller.now, timeZone }
  const today = dayOf(caller.now, timeZone)
  const mayWrite = can(caller, "data.write")
  const found = await deskRead(caller, async (tx) => {
    const asked = readable(key)
    const sources = await sourcesOverview(tx, caller, { today, timeZone })
    const source = sources.find((one) => one.key === asked)
    if (!source) return null
    return {
      source,
      people: mayWrite ? await peopleToAssign(tx, caller, { today }) : [],
      changed: mayWrite
        ? await lastChange(tx, caller, { type: "source.terms_set", caseId: source.key })
        : null,
    }
  })
  if (!found) notFound()
  const { source, people, changed } = found
  const ofSource = async () => {
    const all = await deskRead(caller, (tx) => lineageOverview(tx, caller, { today }))
    return all.filter(({ sources: told }) => told.some((one) => one.key === source.key))
  }
  const lineage = await lineagePart(caller, ofSource, source.key)
  return (
    <>
      <PageHead
        title={<bdi>{source.name}</bdi>}
        answer={sourceAnswer(source, today)}
        asOf={`As of ${formatInstant(caller.now, place)}.`}
      />
      <LeftOutNote search={search} understood={{}} />
      <Panel title="How it stands">
        <SourcesTable rows={[source]} today={today} alone />
        {source.lastError && (
          <p className="mt-3 max-w-[75ch] text-14">
            Last error: <bdi>{source.lastError}</bdi>{" "}
            {source.ownerName ? `${source.ownerName} answers for it.` : "Nobody answers for it yet."}
          </p>
        )}
      </Panel>
      <div
        className={`grid grid-cols-1 gap-4 ${mayWrite ? "xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]" : ""}`}
      >
        <FreshnessChart
          level={2}
          source={source.key}
          name={source.name}
          state={source.standing.state}
          points={source.points}
          finding={source.finding}
          promiseHours={source.promise?.hours ?? null}
          today={today}
        />
        {mayWrite && (
          <Panel
            title="Promise and owner"
            subtitle="How old its newest complete day may be, and who answers for it."
          >
            <SourceForm
              source={source.key}
              promiseHours={source.promiseHours}
              ownerId={source.ownerId}
              changedBy={changed && { who: changed.who, when: formatInstant(changed.at, place) }}
              people={people}
              saveAction={setTermsOfSource}
            />
          </Panel>
        )}
      </div>
      <Panel
        title="Which pages use this?"
        subtitle="Measures that it told of in the last 400 days, and where they lead."
      >
        {!lineage.ok ? (
          <PartFailedState
            source="The count of readings by source"
            since={formatInstant(lineage.since, place)}
            lastGood={
              lineage.lastGood && {
                value: lineage.lastGood.words,
                at: formatInstant(lineage.lastGood.at, place),
              }
            }
            diagnosticId={lineage.diagnosticId}
          />
        ) : lineage.value.length > 0 ? (
          <LineageTable rows={lineage.value} />
        ) : (
          <EmptyState title="It has told no measure yet.">
            Accounts, contracts and other records name no source.
          </EmptyState>
        )}
      </Panel>
    </>
  )
}

/** A key as it is stored; what cannot be read names nothing. */
function readable(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
