"use client"

import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import { mergeAway } from "#components/home/merge-away.ts"
import { TodayQueueRow } from "#components/home/today-queue-row.tsx"
import type { SnoozeChoice, TodayRow } from "#components/home/today-row.ts"
import { useSay, useUndo } from "#components/shell/undo-toast.tsx"
import { useKey } from "#components/shell/use-key.ts"
import { Table } from "#components/ui/table.tsx"
import { Th } from "#components/ui/table-head-cell.tsx"
import type { MarkInput } from "#lib/today/schema.ts"
import type { Verb } from "#lib/verb.ts"

type Away = { readonly row: TodayRow; readonly place: number; readonly words: string }

const rowLinks = "a[data-today]"

/** The list of what to do first, worked by keyboard. What is put away fades where it stood, and can be brought back. */
export function TodayQueue({
  rows,
  choices,
  withOwners,
  rankNote,
  empty,
  putAwayAction,
  bringBackAction,
}: {
  rows: readonly TodayRow[]
  choices: readonly SnoozeChoice[]
  withOwners: boolean
  rankNote: React.ReactNode
  /** What stands here when there is no row. */
  empty: React.ReactNode
  putAwayAction: Verb<MarkInput, { untilDay: string | null }>
  bringBackAction: Verb<{ itemKey: string }>
}) {
  const router = useRouter()
  const offerUndo = useUndo()
  const say = useSay()
  const body = useRef<HTMLTableSectionElement>(null)
  const snoozeButtons = useRef(new Map<string, HTMLButtonElement>())
  const [away, setAway] = useState<readonly Away[]>([])
  const shown = mergeAway(rows, away)
  const stay = (key: string) => setAway((now) => now.filter(({ row }) => row.key !== key))

  async function bringBack(row: TodayRow) {
    const reply = await bringBackAction({ itemKey: row.key })
    if (reply.ok) stay(row.key)
    router.refresh()
    return reply
  }

  async function putAway(row: TodayRow, input: MarkInput, words: string) {
    const place = shown.findIndex(({ row: { key } }) => key === row.key)
    if (place < 0 || shown[place]?.away) return
    move(1)
    setAway((now) => [...now, { row, place, words }])
    const reply = await putAwayAction(input).catch(() => null)
    if (!reply?.ok) {
      stay(row.key)
      say(reply?.message ?? "The server did not answer. Nothing was put away.")
      return
    }
    offerUndo({ words: `${row.name}: ${words.toLowerCase()}.`, undo: () => bringBack(row) })
    router.refresh()
  }

  const done = (row: TodayRow) => void putAway(row, { kind: "done", itemKey: row.key }, "Done")
  const putOff = (row: TodayRow, { snooze, words, until }: SnoozeChoice) =>
    void putAway(
      row,
      { kind: "snoozed", itemKey: row.key, snooze },
      `Snoozed ${words.toLowerCase()}, ${until}`,
    )

  const links = () => [...(body.current?.querySelectorAll<HTMLAnchorElement>(rowLinks) ?? [])]
  const focused = () => {
    const row = document.activeElement?.closest("tr")
    const link = row?.querySelector<HTMLAnchorElement>(rowLinks)
    return link && body.current?.contains(link) ? link : null
  }
  function move(by: 1 | -1) {
    const all = links()
    const now = focused()
    const next = now ? all.indexOf(now) + by : by > 0 ? 0 : all.length - 1
    all[Math.max(0, Math.min(all.length - 1, next))]?.focus()
  }
  const current = () =>
    shown.find((one) => one.away === null && one.row.key === focused()?.dataset.today)?.row

  const isOff = shown.length === 0
  useKey("J", "Next row", () => move(1), { group: "Do now", repeats: true, isOff })
  useKey("K", "Previous row", () => move(-1), { group: "Do now", repeats: true, isOff })
  useKey(
    "1",
    "Mark the row as done",
    () => {
      const row = current()
      if (row) done(row)
      else move(1)
    },
    { group: "Do now", isOff },
  )
  useKey(
    "H",
    "Snooze the row",
    () => {
      const row = current()
      if (row) snoozeButtons.current.get(row.key)?.click()
      else move(1)
    },
    { group: "Do now", isOff },
  )

  if (isOff) return empty
  return (
    <Table caption="Do now" minWidth={withOwners ? 1080 : 940}>
      <thead>
        <tr>
          <Th isFirst>Account or source</Th>
          <Th>What</Th>
          <Th>Why now</Th>
          <Th>Due</Th>
          <Th isNumber>ARR</Th>
          {withOwners && <Th>Owner</Th>}
          <Th isNumber note={rankNote}>
            Rank
          </Th>
          <Th>
            <span className="sr-only">Put away</span>
          </Th>
        </tr>
      </thead>
      <tbody ref={body}>
        {shown.map(({ row, away: gone }) => (
          <TodayQueueRow
            key={row.key}
            row={row}
            away={gone}
            withOwner={withOwners}
            choices={choices}
            snoozeRef={(button) => {
              if (button) snoozeButtons.current.set(row.key, button)
              else snoozeButtons.current.delete(row.key)
            }}
            onDone={() => done(row)}
            onSnooze={(choice) => putOff(row, choice)}
            onBringBack={() => void bringBack(row)}
          />
        ))}
      </tbody>
    </Table>
  )
}
