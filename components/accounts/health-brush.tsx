"use client"

import { useRouter } from "next/navigation"
import { type PointerEvent, useState, useTransition } from "react"
import { withParameters } from "#components/grid/grid-look.ts"
import { healthRangeOf } from "#lib/accounts/health-range.ts"

const points = 101
/** A hand that only clicks does not choose. */
const leastDrag = 4

type Drag = { readonly from: number; readonly to: number; readonly width: number }

/**
 * Lies over the columns of health: dragging across them narrows the list to these points. The two fields under them do
 * the same by keyboard.
 */
export function HealthBrush({ href }: { href: string }) {
  const router = useRouter()
  const [drag, setDrag] = useState<Drag | null>(null)
  const [isPending, start] = useTransition()
  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return { place: Math.min(width, Math.max(0, event.clientX - left)), width }
  }
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const { place, width } = placeOf(event)
    setDrag({ from: place, to: place, width })
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    if (drag) setDrag({ ...drag, to: placeOf(event).place })
  }
  const choose = () => {
    setDrag(null)
    if (!drag || Math.abs(drag.to - drag.from) < leastDrag) return
    const [from, to] = [drag.from, drag.to].map((place) => Math.floor((place / drag.width) * points))
    start(() => {
      router.push(withParameters(href, { health: healthRangeOf(from ?? 0, to ?? 0) }), { scroll: false })
    })
  }
  return (
    <div
      aria-hidden="true"
      data-brush
      className="absolute inset-0 cursor-crosshair touch-pan-y"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={choose}
      onPointerCancel={() => setDrag(null)}
    >
      {drag && (
        <div
          className={`absolute inset-y-0 border-x border-ink bg-[color-mix(in_srgb,var(--ink)_10%,transparent)] ${isPending ? "opacity-50" : ""}`}
          style={{ left: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }}
        />
      )}
    </div>
  )
}
