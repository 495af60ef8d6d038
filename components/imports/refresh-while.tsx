"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"

/** Asks the page again while something goes on that tells no event of its own; rests while nobody looks. */
export function RefreshWhile({ seconds = 1 }: { seconds?: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(
      () => document.visibilityState === "visible" && router.refresh(),
      seconds * 1000,
    )
    return () => clearInterval(timer)
  }, [router, seconds])
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds * 2)} />
    </noscript>
  )
}
