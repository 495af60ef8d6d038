import { durationWords, scheduleWords } from "#components/jobs/job-words.ts"
import { RunNow } from "#components/jobs/run-now.tsx"
import { StatusMark } from "#components/ui/status-mark.tsx"
import { Table } from "#components/ui/table.tsx"
import { RowHead, Td, Tr } from "#components/ui/table-cells.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import { formatInstant, type Place } from "#lib/format/instant.ts"
import { formatNumber } from "#lib/format/number.ts"
import type { Status } from "#lib/format/tokens.ts"
import type { Verb } from "#lib/verb.ts"

type RunState = "waiting" | "running" | "done" | "will-retry" | "failed" | "cancelled"

export type JobRow = {
  readonly name: string
  readonly title: string
  readonly about: string
  readonly schedule: string | null
  readonly nextRunAt: Date | null
  readonly lastRun: {
    readonly state: RunState
    readonly startedAt: Date | null
    readonly durationSeconds: number | null
    readonly outcome: string
  } | null
  readonly usualSeconds: number | null
  readonly running: readonly unknown[]
  readonly waiting: number
}

const stateWords: Readonly<Record<RunState, { readonly status: Status; readonly word: string }>> = {
  waiting: { status: "unknown", word: "Waiting" },
  running: { status: "changed", word: "Running" },
  done: { status: "good", word: "Done" },
  "will-retry": { status: "watch", word: "Will be tried again" },
  failed: { status: "act", word: "Given up" },
  cancelled: { status: "routine", word: "Cancelled" },
}
const plainStates: readonly RunState[] = ["done", "waiting", "cancelled"]

/** Every job of the product: when it ran last, how that ended, when it runs next. */
export function JobsTable({
  rows,
  place,
  runAction,
}: {
  rows: readonly JobRow[]
  place: Place
  runAction: Verb<{ name: string }, { asked: boolean }>
}) {
  const someWait = rows.some(({ waiting }) => waiting > 0)
  return (
    <Table caption="Jobs" minWidth={1080}>
      <thead>
        <tr>
          <Th isFirst>Job</Th>
          <Th>Last run</Th>
          <Th>Started</Th>
          <Th isNumber>Took</Th>
          <Th isNumber>Usually</Th>
          <Th>Outcome</Th>
          {someWait && <Th isNumber>Waiting</Th>}
          <Th>Runs</Th>
          <Th>Next run</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <JobTableRow key={row.name} row={row} withWaiting={someWait} place={place} runAction={runAction} />
        ))}
      </tbody>
    </Table>
  )
}

function JobTableRow({
  row,
  withWaiting,
  place,
  runAction,
}: {
  row: JobRow
  withWaiting: boolean
  place: Place
  runAction: Verb<{ name: string }, { asked: boolean }>
}) {
  const { lastRun } = row
  const state = stateWords[row.running.length > 0 ? "running" : (lastRun?.state ?? "waiting")]
  const isPlain = row.running.length === 0 && (lastRun === null || plainStates.includes(lastRun.state))
  return (
    <Tr>
      <RowHead>
        <span className="block py-1 font-medium" title={row.about}>
          {row.title}
        </span>
      </RowHead>
      <Td>
        <StatusMark status={lastRun || row.running.length > 0 ? state.status : "unknown"} plain={isPlain}>
          {lastRun || row.running.length > 0 ? state.word : "Not run yet"}
        </StatusMark>
      </Td>
      <Td isSecondary>{lastRun?.startedAt && formatInstant(lastRun.startedAt, place)}</Td>
      <Td isNumber>{lastRun?.durationSeconds != null && durationWords(lastRun.durationSeconds)}</Td>
      <Td isNumber isSecondary>
        {row.usualSeconds !== null && durationWords(row.usualSeconds)}
      </Td>
      <Td isSecondary wraps>
        {lastRun?.state !== "running" && lastRun?.outcome.replace(/^Done:? ?/, "")}
      </Td>
      {withWaiting && <Td isNumber>{row.waiting > 0 && formatNumber(row.waiting)}</Td>}
      <Td isSecondary>{scheduleWords(row.schedule)}</Td>
      <Td isSecondary>{row.nextRunAt && formatInstant(row.nextRunAt, place)}</Td>
      <Td>{row.schedule !== null && <RunNow name={row.name} title={row.title} runAction={runAction} />}</Td>
    </Tr>
  )
}
