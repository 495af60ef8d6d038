import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { FailingRowsTable } from "#components/data/failing-rows-table.tsx"
import { ShareHistory } from "#components/data/share-history.tsx"
import { StandardSettings } from "#components/data/standard-settings.tsx"
import { UsesPanel } from "#components/data/uses-panel.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { lastChange } from "#db/queries/last-change.ts"
import { countRule, failingRows, peopleToAssign } from "#db/queries/quality.ts"
import { standardsOverview } from "#db/queries/quality-overview.ts"
import { can } from "#lib/access/policy.ts"
import { dayOf, formatInstant } from "#lib/format/instant.ts"
import { formatCount } from "#lib/format/plural.ts"
import { isUuid } from "#lib/id.ts"
import { respectWords } from "#lib/quality/asked-words.ts"
import { measuredWords } from "#lib/quality/measured-words.ts"
import { formatRowCursor, readRowCursor } from "#lib/quality/row-cursor.ts"
import { standardAnswer } from "#lib/quality/standard-answer.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { removeQualityStandard, setQualityStandard } from "../../actions.ts"

export const metadata: Metadata = { title: "Quality standard" }

const pageSize = 50

export default async function StandardPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const [{ id }, search] = [await params, await searchParams]
  const desk = await openSharedDesk("data.read", `/data/standards/${id}`, search)
  if (desk.missing) return <NotAllowed title="Quality standard" permission={desk.missing} />
  const { caller, timeZone } = desk
  const place = { now: caller.now, timeZone }
  const today = dayOf(caller.now, timeZone)
  const mayWrite = can(caller, "data.write")
  const after = readRowCursor(search.after)
  const found = isUuid(id)
    ? await deskRead(caller, async (tx) => {
        const [standard] = await standardsOverview(tx, caller, { today, only: id })
        if (!standard) return null
        const { field, dimension, withinDays } = standard
        const question = { field, dimension, withinDays, day: today }
        const isKnown = standard.isMetWhen !== null
        return {
          standard,
          counted: isKnown ? await countRule(tx, caller, question) : null,
          page: isKnown ? await failingRows(tx, caller, { question, after, limit: pageSize }) : null,
          people: mayWrite ? await peopleToAssign(tx, caller, { today }) : [],
          changed: mayWrite
            ? await lastChange(tx, caller, { type: "quality.standard_set", caseId: standard.id })
            : null,
        }
      })
    : null
  if (!found) notFound()
  const { standard, counted, page, people, changed } = found
  const address = `/data/standards/${id}`
  const title = `${standard.label}: ${respectWords(standard).toLowerCase()}`
  const noun = standard.field === "contact.email" ? "contact" : "account"
  const failing = counted ? counted.rows - counted.met : 0
  return (
    <>
      <PageHead
        title={title}
        answer={
          standard.removedAt
            ? "Removed: it is not measured any more."
            : standardAnswer({ ...standard, noun }, today)
        }
        asOf={measuredWords([standard], place)}
      />
      <LeftOutNote search={search} understood={{ after }} />
      <ShareHistory
        name={title}
        about={`Percent of ${standard.rows}. A row meets it when ${standard.isMetWhen ?? "its measure exists, which it does not"}.`}
        trend={standard.trend}
        history={standard.history}
        isMet={standard.standing.verdict !== "not_met"}
        today={today}
      />
      {page && (
        <Panel
          id="rows"
          title={`${formatCount(failing, noun)} ${failing === 1 ? "fails" : "fail"} now`}
          subtitle="By the name of the account."
        >
          <FailingRowsTable
            rows={page.rows}
            caption="Rows that fail"
            firstHref={after ? `${address}#rows` : undefined}
            nextHref={page.next ? `${address}?after=${formatRowCursor(page.next)}#rows` : undefined}
          />
        </Panel>
      )}
      <UsesPanel uses={standard.uses} />
      <StandardSettings
        standard={standard}
        changedBy={changed && { who: changed.who, when: formatInstant(changed.at, place) }}
        people={people}
        saveAction={mayWrite ? setQualityStandard : null}
        removeAction={mayWrite ? removeQualityStandard : null}
      />
    </>
  )
}
