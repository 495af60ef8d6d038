"use client"

import { useRouter } from "next/navigation"
import { useEffect, useRef } from "react"
import { followEvents } from "#components/live/follow-events.ts"
import { gather } from "#components/live/gather.ts"

const gatherMs = 150

/** Looks again when something changed: one stream for all tabs, one refresh for a burst of events. */
export function LiveRefresh({ after }: { after: string }) {
  const router = useRouter()
  const since = useRef(after)
  useEffect(() => {
    const { ask, stop: forget } = gather(() => router.refresh(), gatherMs)
    const stop = followEvents(since.current, (cursor) => {
      if (cursor) since.current = cursor
      ask()
    })
    return () => {
      forget()
      stop()
    }
  }, [router])
  return null
}
