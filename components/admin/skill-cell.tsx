"use client"

import { useRef } from "react"
import { skillLevelWords } from "#lib/people/skill-levels.ts"

/** One level of the grid: a number to read, a choice while it is changed. */
export function SkillCell({
  name,
  label,
  level,
  isHere,
  isEditing,
  onOpen,
  onChoose,
  onLeave,
}: {
  name: string
  label: string
  level: number
  /** The one cell that Tab reaches. */
  isHere: boolean
  isEditing: boolean
  onOpen: () => void
  onChoose: (level: number) => void
  /** Back to reading, with the focus on the cell. */
  onLeave: () => void
}) {
  // Leaving moves the focus, which blurs the choice: that blur saves nothing more.
  const isLeft = useRef(false)
  const cell = "h-9 min-w-16 border-b border-hairline px-2 text-right tabular-nums group-hover:bg-sunken"
  if (!isEditing)
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around it has the keys
      <td
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a table that is a grid
        role="gridcell"
        data-cell={name}
        tabIndex={isHere ? 0 : -1}
        onClick={onOpen}
        className={`${cell} cursor-pointer ${level === 0 ? "text-muted" : ""}`}
      >
        {level}
      </td>
    )
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a table that is a grid
      role="gridcell"
      data-cell={name}
      tabIndex={-1}
      className={cell}
    >
      <select
        // biome-ignore lint/a11y/noAutofocus: it stands where the focus was
        autoFocus
        aria-label={label}
        defaultValue={level}
        className="h-7 rounded-control border border-control bg-surface px-1 text-13 text-ink"
        onFocus={() => {
          isLeft.current = false
        }}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key !== "Escape" && event.key !== "Enter") return
          event.preventDefault()
          isLeft.current = true
          const chosen = Number(event.currentTarget.value)
          onLeave()
          if (event.key === "Enter") onChoose(chosen)
        }}
        onBlur={(event) => {
          if (!isLeft.current) onChoose(Number(event.currentTarget.value))
        }}
      >
        {skillLevelWords.map((words, each) => (
          <option key={words} value={each}>
            {each} {words}
          </option>
        ))}
      </select>
    </td>
  )
}
