"use client"

import { useRouter } from "next/navigation"
import { useEffect, useRef } from "react"
import { followEvents } from "#components/live/follow-events.ts"
import { gather } from "#components/live/gather.ts"
import { urgencyOf } from "#components/live/shown-accounts.ts"
import { accountsTold } from "#lib/events/touched-accounts.ts"

const atOnce = { withinMs: 40, apartMs: 250 }
const soon = { withinMs: 150, apartMs: 1_000 }
/** What concerns every account concerns every open page: they do not all look again at the same moment. */
const spread = () => ({ withinMs: 150 + Math.random() * 1_200, apartMs: 2_000 })

/** Looks again when something changed that the page shows: one stream for all tabs, one refresh for a burst. */
export function LiveRefresh({ after }: { after: string }) {
  const router = useRouter()
  const since = useRef(after)
  useEffect(() => {
    const { ask, stop: forget } = gather(() => router.refresh())
    const stop = followEvents(since.current, (cursor, told) => {
      if (cursor) since.current = cursor
      if (told === null) return ask(atOnce)
      const accounts = accountsTold(told)
      const urgency = urgencyOf(accounts)
      if (urgency === "now") ask(atOnce)
      if (urgency === "soon") ask(accounts === null ? spread() : soon)
    })
    return () => {
      forget()
      stop()
    }
  }, [router])
  return null
}
