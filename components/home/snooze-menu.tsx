"use client"

import { useId } from "react"
import type { SnoozeChoice } from "#components/home/today-row.ts"
import { buttonLook } from "#components/ui/button-look.ts"

/** Puts a row off to one of a few days. Opens without script of its own; Esc closes it and gives the focus back. */
export function SnoozeMenu({
  name,
  choices,
  buttonRef,
  onChoose,
}: {
  name: string
  choices: readonly SnoozeChoice[]
  buttonRef: (button: HTMLButtonElement | null) => void
  onChoose: (choice: SnoozeChoice) => void
}) {
  const id = useId()
  return (
    <>
      <button
        ref={buttonRef}
        type="button"
        popoverTarget={id}
        aria-label={`Snooze ${name}`}
        aria-keyshortcuts="H"
        className={buttonLook("quiet")}
      >
        Snooze
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={`Snooze ${name}`}
        onToggle={(event) => {
          if (event.newState === "open") event.currentTarget.querySelector("button")?.focus()
        }}
        className="definition rounded-panel bg-surface p-1 shadow-overlay"
      >
        <div className="flex flex-col items-stretch">
          {choices.map((choice) => (
            <button
              key={choice.snooze}
              type="button"
              popoverTarget={id}
              popoverTargetAction="hide"
              onClick={() => onChoose(choice)}
              className="flex h-8 items-center justify-between gap-6 rounded-control px-3 text-left text-13 text-ink hover:bg-sunken"
            >
              <span>{choice.words}</span>
              <span className="text-muted">{choice.until}</span>
            </button>
          ))}
        </div>
      </div>
    </>
  )
}
