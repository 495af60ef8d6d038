"use client"

import { useKey } from "#components/shell/use-key.ts"
import { buttonLook } from "#components/ui/button-look.ts"

/** The ways to the accounts before and after this one in the list; `[` and `]`. */
export function NeighbourLinks({ slug }: { slug: string }) {
  const beside = (to: "previous" | "next") => `/accounts/${encodeURIComponent(slug)}/beside?to=${to}`
  const go = (to: "previous" | "next") => window.location.assign(beside(to))
  useKey("[", "Previous account of the list", () => go("previous"))
  useKey("]", "Next account of the list", () => go("next"))
  return (
    <>
      <a href={beside("previous")} className={buttonLook("quiet")} aria-keyshortcuts="[">
        Previous
      </a>
      <a href={beside("next")} className={buttonLook("quiet")} aria-keyshortcuts="]">
        Next
      </a>
    </>
  )
}
