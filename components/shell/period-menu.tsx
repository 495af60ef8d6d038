"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { useState } from "react"
import { BarMenu } from "#components/shell/bar-menu.tsx"
import { SelectField } from "#components/ui/select-field.tsx"
import { TextField } from "#components/ui/text-field.tsx"

const periods = [
  { value: "", label: "Each page's own" },
  { value: "week", label: "This week" },
  { value: "last-week", label: "Last week" },
  { value: "4w", label: "4 weeks" },
  { value: "13w", label: "13 weeks" },
  { value: "qtd", label: "Quarter to date" },
  { value: "12m", label: "12 months" },
]
const days = "days"
const comparisons = [
  { value: "", label: "Nothing" },
  { value: "prev", label: "Previous period" },
  { value: "py", label: "Same period last year" },
]

/** The time that changes are counted in, and what it is compared with; on pages that follow it. */
export function PeriodMenu({ pages }: { pages: readonly string[] }) {
  const path = usePathname()
  const search = useSearchParams()
  const period = search.get("period") ?? ""
  const cmp = search.get("cmp") ?? ""
  const [from = "", to = ""] = period.includes("..") ? period.split("..") : []
  const isKnown = periods.some(({ value }) => value === period)
  const [chosen, setChosen] = useState<string | null>(null)
  if (!pages.some((page) => path === page || path.startsWith(`${page}/`))) return null
  const shown = chosen ?? (from === "" ? period : days)
  const options = [
    ...periods,
    ...(isKnown || from !== "" ? [] : [{ value: period, label: period }]),
    { value: days, label: "Days that I choose" },
  ]
  const against = comparisons.find(({ value }) => value === cmp && value !== "")
  const words = options.find(({ value }) => value === (from === "" ? period : days))?.label
  return (
    <BarMenu
      label="Period"
      words={`${from === "" ? words : `${from} to ${to}`}${against ? `, against ${against.label.toLowerCase()}` : ""}`}
      read={(textOf) => {
        setChosen(null)
        const asked = textOf("period") ?? ""
        return {
          period: asked === days ? `${textOf("from") ?? ""}..${textOf("to") ?? ""}` : asked,
          cmp: textOf("cmp") ?? "",
        }
      }}
      submit="Show this period"
      onOpen={() => setChosen(null)}
    >
      <SelectField
        label="Period"
        name="period"
        value={shown}
        onChange={({ target }) => setChosen(target.value)}
        options={options}
      />
      {shown === days && (
        <div className="flex gap-2">
          <TextField label="From" name="from" type="date" required defaultValue={from} width="w-full" />
          <TextField label="To" name="to" type="date" required defaultValue={to} width="w-full" />
        </div>
      )}
      <SelectField label="Compare with" name="cmp" defaultValue={cmp} options={comparisons} />
    </BarMenu>
  )
}
