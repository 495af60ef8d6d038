"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { useState } from "react"
import { askScope, type ScopeChoices } from "#components/live/ask-scope.ts"
import { BarMenu } from "#components/shell/bar-menu.tsx"
import { SelectField, type SelectOption } from "#components/ui/select-field.tsx"

type Named = ScopeChoices["teams"][number]

/** Which accounts the numbers are about. Shown on pages that follow it; teams and owners are fetched on opening. */
export function ScopeMenu({ pages, segments }: { pages: readonly string[]; segments: readonly string[] }) {
  const path = usePathname()
  const search = useSearchParams()
  const [choices, setChoices] = useState<ScopeChoices | null>(null)
  const [hasFailed, setFailed] = useState(false)
  if (!pages.includes(path)) return null
  const seg = search.get("seg") ?? search.get("segment") ?? ""
  const team = search.get("team") ?? ""
  const owner = search.get("owner") ?? ""
  const load = async () => {
    if (choices) return
    const answer = await askScope()
    setChoices(answer)
    setFailed(answer === null)
  }
  const nameOf = (rows: readonly Named[] | undefined, id: string, unknown: string) =>
    rows?.find((row) => row.id === id)?.name ?? unknown
  const words = [
    seg,
    team && nameOf(choices?.teams, team, "one team"),
    owner && (owner === "me" ? "me" : nameOf(choices?.owners, owner, "one owner")),
  ].filter((word) => word !== "")
  return (
    <BarMenu
      label="Scope"
      words={words.length > 0 ? words.join(", ") : "All accounts"}
      read={(textOf) =>
        Object.fromEntries(
          parts.flatMap((name): [string, string][] => {
            // A field that is not shown, because its choices did not arrive, leaves the scope as it is.
            const text = textOf(name)
            return text === null ? [] : [[name, text]]
          }),
        )
      }
      onOpen={() => void load()}
      submit="Show this scope"
    >
      <SelectField
        label="Segment"
        name="seg"
        defaultValue={seg}
        options={options("All segments", segments)}
      />
      {choices && (
        <>
          {choices.teams.length > 0 && (
            <SelectField
              label="Team of the owner"
              name="team"
              defaultValue={team}
              options={[{ value: "", label: "All teams" }, ...choices.teams.map(optionOf)]}
            />
          )}
          <SelectField
            label="Owner"
            name="owner"
            defaultValue={owner}
            options={[
              { value: "", label: "All owners" },
              { value: "me", label: "Me" },
              ...choices.owners.map(optionOf),
            ]}
          />
        </>
      )}
      <p role="status" className="text-13 text-muted empty:hidden">
        {hasFailed
          ? "Teams and owners could not be fetched. Open this again."
          : !choices && "Fetching teams and owners…"}
      </p>
    </BarMenu>
  )
}

const parts = ["seg", "team", "owner"] as const

const optionOf = ({ id, name }: Named): SelectOption => ({ value: id, label: name })

const options = (all: string, values: readonly string[]): SelectOption[] => [
  { value: "", label: all },
  ...values.map((value) => ({ value, label: value })),
]
