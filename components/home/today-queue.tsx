"use client"

import dynamic from "next/dynamic"
import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import type { OwnerVerbs } from "#components/accounts/owner-dialog.tsx"
import { TodayQueueRow } from "#components/home/today-queue-row.tsx"
import type { SnoozeChoice, TodayRow } from "#components/home/today-row.ts"
import { type PutAwayVerbs, usePutAway } from "#components/home/use-put-away.ts"
import { useKey } from "#components/shell/use-key.ts"
import { Table } from "#components/ui/table.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"

// Comes when it is asked for: the list is there without it.
const OwnerDialog = dynamic(() =>
  import("#components/accounts/owner-dialog.tsx").then((file) => file.OwnerDialog),
)

const rowLinks = "a[data-today]"

/** The list of what to do first, worked by keyboard. What is put away fades where it stood, and can be brought back. */
export function TodayQueue({
  rows,
  choices,
  withOwners,
  rankNote,
  empty,
  putAwayVerbs,
  ownerVerbs,
}: {
  rows: readonly TodayRow[]
  choices: readonly SnoozeChoice[]
  withOwners: boolean
  rankNote: React.ReactNode
  /** What stands here when there is no row. */
  empty: React.ReactNode
  putAwayVerbs: PutAwayVerbs
  /** Null for who may not give accounts an owner. */
  ownerVerbs: OwnerVerbs | null
}) {
  const router = useRouter()
  const body = useRef<HTMLTableSectionElement>(null)
  const snoozeButtons = useRef(new Map<string, HTMLButtonElement>())
  const { shown, done, putOff, bringBack } = usePutAway(rows, putAwayVerbs)
  const [assigned, setAssigned] = useState<string | null>(null)

  const links = () => [...(body.current?.querySelectorAll<HTMLAnchorElement>(rowLinks) ?? [])]
  const focused = () => {
    const link = document.activeElement?.closest("tr")?.querySelector<HTMLAnchorElement>(rowLinks)
    return link && body.current?.contains(link) ? link : null
  }
  function move(by: 1 | -1) {
    const all = links()
    const now = focused()
    const next = now ? all.indexOf(now) + by : by > 0 ? 0 : all.length - 1
    all[Math.max(0, Math.min(all.length - 1, next))]?.focus()
  }
  function putAway(row: TodayRow, away: Promise<void>) {
    if (focused()?.dataset.today === row.key) move(1)
    void away
  }
  /** Does something with the row that has the focus; without one, the focus goes to the first row. */
  const withRow = (run: (row: TodayRow) => void) => () => {
    const key = focused()?.dataset.today
    const found = shown.find(({ row, away }) => away === null && row.key === key)
    if (found) run(found.row)
    else if (key === undefined) move(1)
  }
  const assign = ({ accountId }: TodayRow) => accountId !== null && setAssigned(accountId)

  const isOff = shown.length === 0
  const here = { group: "Do now", isOff }
  useKey("J", "Next row", () => move(1), { ...here, repeats: true })
  useKey("K", "Previous row", () => move(-1), { ...here, repeats: true })
  useKey(
    "1",
    "Mark the row as done",
    withRow((row) => putAway(row, done(row))),
    here,
  )
  useKey(
    "H",
    "Snooze the row",
    withRow(({ key }) => snoozeButtons.current.get(key)?.click()),
    here,
  )
  useKey("A", "Assign the account to somebody", withRow(assign), { ...here, isOff: isOff || !ownerVerbs })

  if (isOff) return empty
  return (
    <>
      <Table caption="Do now" minWidth={withOwners ? 1060 : 940}>
        <thead>
          <tr>
            <Th isFirst>Account or source</Th>
            <Th>What</Th>
            <Th>Why now</Th>
            <Th>Due</Th>
            <Th isNumber>ARR</Th>
            {withOwners && <Th>Owner</Th>}
            <Th isNumber note={rankNote}>
              Rank, of 120
            </Th>
            <Th>
              <span className="sr-only">Put away</span>
            </Th>
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map(({ row, away }) => (
            <TodayQueueRow
              key={row.key}
              row={row}
              away={away}
              withOwner={withOwners}
              choices={choices}
              snoozeRef={(button) => {
                if (button) snoozeButtons.current.set(row.key, button)
                else snoozeButtons.current.delete(row.key)
              }}
              onMove={move}
              onDone={() => putAway(row, done(row))}
              onSnooze={(choice) => putAway(row, putOff(row, choice))}
              onBringBack={() => void bringBack(row)}
            />
          ))}
        </tbody>
      </Table>
      {ownerVerbs && assigned !== null && (
        <OwnerDialog
          verbs={ownerVerbs}
          selection={{ count: 1, ids: [assigned] }}
          onClose={(isDone) => {
            setAssigned(null)
            if (isDone) router.refresh()
          }}
        />
      )}
    </>
  )
}
