"use client"

import { useEffect, useRef } from "react"
import { formatInstant } from "#lib/format/instant.ts"

/** On paper: where the page is from and when it was printed. Written at the last moment, as both change. */
export function PrintStamp({ workspace, timeZone }: { workspace: string; timeZone: string }) {
  const stamp = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const write = () => {
      const now = new Date()
      if (stamp.current)
        stamp.current.textContent = `${workspace}. Printed ${formatInstant(now, { now, timeZone })} from ${location.href}`
    }
    globalThis.addEventListener("beforeprint", write)
    return () => globalThis.removeEventListener("beforeprint", write)
  }, [workspace, timeZone])
  return <p ref={stamp} className="hidden text-12 text-muted wrap-anywhere print:block" />
}
