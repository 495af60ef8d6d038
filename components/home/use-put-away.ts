import { useRouter } from "next/navigation"
import { useState } from "react"
import { type AwayRow, mergeAway, type ShownRow } from "#components/home/merge-away.ts"
import type { SnoozeChoice, TodayRow } from "#components/home/today-row.ts"
import { useSay, useUndo } from "#components/shell/undo-toast.tsx"
import type { MarkInput } from "#lib/today/schema.ts"
import type { Reply, Verb } from "#lib/verb.ts"

export type PutAwayVerbs = {
  readonly putAwayAction: Verb<MarkInput, { untilDay: string | null }>
  readonly bringBackAction: Verb<{ itemKey: string }>
}

const noAnswer: Reply<never> = {
  ok: false,
  code: "failed",
  message: "The server did not answer. Look at the list before you repeat it.",
}

/** Puts rows away at once and brings them back when the server refuses, or on undo. */
export function usePutAway(rows: readonly TodayRow[], { putAwayAction, bringBackAction }: PutAwayVerbs) {
  const router = useRouter()
  const offerUndo = useUndo()
  const say = useSay()
  const [away, setAway] = useState<readonly AwayRow[]>([])
  const shown: readonly ShownRow[] = mergeAway(rows, away)
  const stay = (key: string) => setAway((now) => now.filter(({ row }) => row.key !== key))

  async function takeBack(row: TodayRow): Promise<Reply<null>> {
    const reply = await bringBackAction({ itemKey: row.key }).catch(() => noAnswer)
    if (reply.ok) stay(row.key)
    router.refresh()
    return reply
  }

  async function putAway(row: TodayRow, input: MarkInput, words: string) {
    const place = shown.findIndex((one) => one.row.key === row.key)
    if (place < 0 || shown[place]?.away !== null) return
    setAway((now) => [...now, { row, place, words }])
    const reply = await putAwayAction(input).catch(() => noAnswer)
    if (!reply.ok) {
      stay(row.key)
      say(reply.message)
      return
    }
    offerUndo({ words: `${row.name}: ${words}.`, undo: () => takeBack(row) })
    router.refresh()
  }

  return {
    shown,
    done: (row: TodayRow) => putAway(row, { kind: "done", itemKey: row.key }, "Done"),
    putOff: (row: TodayRow, { snooze, words, until }: SnoozeChoice) =>
      putAway(row, { kind: "snoozed", itemKey: row.key, snooze }, `Snoozed ${words.toLowerCase()}, ${until}`),
    bringBack: async (row: TodayRow) => {
      const reply = await takeBack(row)
      if (!reply.ok) say(reply.message)
    },
  }
}
