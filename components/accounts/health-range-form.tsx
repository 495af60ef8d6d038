"use client"

import { useRouter } from "next/navigation"
import { type SubmitEvent, useTransition } from "react"
import { withParameters } from "#components/grid/grid-look.ts"
import { Button } from "#components/ui/button.tsx"
import { controlLook } from "#components/ui/field.tsx"
import { type HealthRange, healthRangeOf } from "#lib/accounts/health-range.ts"

const ends = [
  { name: "from", label: "Health from", usual: 0 },
  { name: "to", label: "to", usual: 100 },
] as const

/** The range of health by keyboard: what dragging across the dots does. */
export function HealthRangeForm({ range, href }: { range: HealthRange | null; href: string }) {
  const router = useRouter()
  const [isPending, start] = useTransition()
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const health = healthRangeOf(Number(fields.get("from")), Number(fields.get("to")))
    start(() => router.push(withParameters(href, { health }), { scroll: false }))
  }
  return (
    <form
      onSubmit={show}
      aria-busy={isPending}
      data-no-image
      className="mt-2 flex flex-wrap items-center gap-2 print:hidden"
    >
      {ends.map(({ name, label, usual }) => (
        <label key={name} className="flex items-center gap-2 text-13">
          {label}
          <input
            key={range?.[name] ?? usual}
            type="number"
            name={name}
            min={0}
            max={100}
            step={1}
            required
            defaultValue={range?.[name] ?? usual}
            className={`${controlLook} w-20`}
          />
        </label>
      ))}
      <Button type="submit">Show this range</Button>
    </form>
  )
}
