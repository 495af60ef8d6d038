"use client"

import { useRef, useState } from "react"
import { type GridPlace, gridStep } from "#components/admin/grid-step.ts"
import { SkillCell } from "#components/admin/skill-cell.tsx"
import { useUndo } from "#components/shell/undo-toast.tsx"
import { skillLevelWords } from "#lib/people/skill-levels.ts"
import type { SkillChange } from "#lib/people/staff.ts"
import type { Verb } from "#lib/verb.ts"

export type SkillGridRow = {
  readonly personId: string
  readonly name: string
  /** In the order of the skills; 0 where the person has it not. */
  readonly levels: readonly number[]
}

/**
 * Levels of people and skills as a grid with one tab stop: arrows move, a digit from 0 to 5 sets the level, Enter or
 * a click offers the levels by their words.
 */
export function SkillGrid({
  skills,
  rows,
  setAction,
}: {
  skills: readonly { readonly id: string; readonly name: string }[]
  rows: readonly SkillGridRow[]
  setAction: Verb<SkillChange, unknown>
}) {
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 })
  const [isEditing, setEditing] = useState(false)
  const [told, setTold] = useState("")
  const isSaving = useRef(false)
  const grid = useRef<HTMLTableElement>(null)
  const offerUndo = useUndo()

  const focusOn = (next: GridPlace) => {
    setEditing(false)
    setPlace(next)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus()
  }
  const save = async (at: GridPlace, level: number) => {
    const [row, skill] = [rows[at.row], skills[at.column]]
    const seen = row?.levels[at.column]
    setEditing(false)
    if (!row || !skill || seen === undefined || seen === level || isSaving.current) return
    isSaving.current = true
    setTold("Saving…")
    const change = { personId: row.personId, skillId: skill.id }
    const reply = await setAction({ ...change, seen, level }).catch(() => null)
    isSaving.current = false
    setTold(reply?.ok ? "" : (reply?.message ?? "The server did not answer. Nothing was saved."))
    if (!reply?.ok) return
    offerUndo({
      words: `${row.name}, ${skill.name}: ${seen} → ${level} (${skillLevelWords[level]}).`,
      undo: () => setAction({ ...change, seen: level, level: seen, takesBack: true }),
    })
  }
  const pressed = (event: React.KeyboardEvent) => {
    if (isEditing || event.altKey || event.metaKey) return
    const size = { rows: rows.length, columns: skills.length, whole: event.ctrlKey }
    const next = gridStep(event.key, place, size)
    if (next) focusOn(next)
    else if (/^[0-5]$/.test(event.key) && !event.ctrlKey) void save(place, Number(event.key))
    else if (event.key === "Enter" || event.key === "F2") setEditing(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="relative max-h-[36rem] overflow-auto print:max-h-none print:overflow-visible">
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells have keys is a grid
          role="grid"
          aria-label="Skill levels of people, 0 to 5"
          onKeyDown={pressed}
          className="border-separate border-spacing-0 text-14"
        >
          <thead>
            <tr>
              <th
                scope="col"
                className="sticky top-0 left-0 z-30 h-9 border-b border-hairline bg-surface px-2 text-left text-12 font-normal text-muted print:static"
              >
                Person
              </th>
              {skills.map(({ id, name }) => (
                <th
                  key={id}
                  scope="col"
                  className="sticky top-0 z-20 h-9 max-w-32 border-b border-hairline bg-surface px-2 text-right align-bottom text-12 font-normal text-muted wrap-anywhere print:static"
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowAt) => (
              <tr key={row.personId} className="group">
                <th
                  scope="row"
                  className="sticky left-0 z-10 h-9 max-w-56 truncate border-b border-hairline bg-surface px-2 text-left font-normal group-hover:bg-sunken print:static"
                >
                  <bdi>{row.name}</bdi>
                </th>
                {skills.map((skill, columnAt) => {
                  const at = { row: rowAt, column: columnAt }
                  const isHere = place.row === rowAt && place.column === columnAt
                  return (
                    <SkillCell
                      key={skill.id}
                      name={`${rowAt}-${columnAt}`}
                      label={`${row.name}, ${skill.name}`}
                      level={row.levels[columnAt] ?? 0}
                      isHere={isHere}
                      isEditing={isHere && isEditing}
                      onOpen={() => {
                        setPlace(at)
                        setEditing(true)
                      }}
                      onChoose={(level) => void save(at, level)}
                      onLeave={() => focusOn(at)}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" className="min-h-5 text-13 text-ink">
        {told}
      </p>
    </div>
  )
}
