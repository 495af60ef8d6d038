"use client"

import { useRouter } from "next/navigation"
import { useEffect, useRef } from "react"
import { followEvents } from "#components/live/follow-events.ts"

const gatherMs = 150

/** Looks again when something changed: one stream for all tabs, one refresh for a burst of events. */
export function LiveRefresh({ after }: { after: string }) {
  const router = useRouter()
  const since = useRef(after)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = followEvents(since.current, (cursor) => {
      if (cursor) since.current = cursor
      clearTimeout(timer)
      timer = setTimeout(() => router.refresh(), gatherMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [router])
  return null
}
