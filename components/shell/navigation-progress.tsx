"use client"

import { usePathname, useRouter, useSearchParams } from "next/navigation"
import { useEffect, useState, useTransition } from "react"
import { leadWith } from "#components/shell/navigation-board.ts"
import { ProgressLine } from "#components/ui/progress-line.tsx"

const longestMs = 15_000

/**
 * While the next page is on its way the present one stays; after 300 ms a thin line under the bar says so. Scripts go
 * by `go`; links are seen as they are clicked, because their router tells nobody.
 */
export function NavigationProgress() {
  const router = useRouter()
  const here = `${usePathname()}?${useSearchParams()}`
  const [isGoing, start] = useTransition()
  const [leaving, setLeaving] = useState<string | null>(null)
  useEffect(() => leadWith((href) => start(() => router.push(href))), [router])
  useEffect(() => {
    const click = (event: MouseEvent) => {
      if (leadsAway(event)) setLeaving(here)
    }
    globalThis.addEventListener("click", click, true)
    return () => globalThis.removeEventListener("click", click, true)
  }, [here])
  useEffect(() => {
    if (leaving === null) return
    if (leaving !== here) return setLeaving(null)
    const timer = setTimeout(() => setLeaving(null), longestMs)
    return () => clearTimeout(timer)
  }, [leaving, here])
  if (!isGoing && leaving !== here) return null
  return (
    <div className="pointer-events-none fixed inset-x-0 top-12 z-40">
      <ProgressLine label="The next page is on its way" />
    </div>
  )
}

/** Whether a click follows a link to another page of the product, in this window. */
function leadsAway({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || !(target instanceof Element)) return false
  const link = target.closest<HTMLAnchorElement>("a[href]")
  if (!link || link.hasAttribute("download") || link.target !== "" || link.origin !== location.origin)
    return false
  return link.pathname !== location.pathname || link.search !== location.search
}
