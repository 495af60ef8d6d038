"use client"

import { useState } from "react"
import { controlLook } from "#components/ui/field.tsx"

export const themeChoices = ["system", "light", "dark"] as const
export type ThemeChoice = (typeof themeChoices)[number]

const names: Record<ThemeChoice, string> = {
  system: "System theme",
  light: "Light theme",
  dark: "Dark theme",
}
const secondsPerYear = 31_536_000

/** Changes the colours at once and remembers them in the cookie `csops-theme`, which the server reads. */
export function ThemeToggle({ choice }: { choice: ThemeChoice }) {
  const [chosen, setChosen] = useState(choice)
  const choose = (next: ThemeChoice) => {
    setChosen(next)
    if (next === "system") delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API does not exist over plain http
    document.cookie = `csops-theme=${next}; path=/; max-age=${secondsPerYear}; samesite=lax`
  }
  return (
    <select
      aria-label="Theme"
      className={`${controlLook} text-13`}
      value={chosen}
      onChange={(event) => choose(themeChoices.find((theme) => theme === event.target.value) ?? "system")}
    >
      {themeChoices.map((theme) => (
        <option key={theme} value={theme}>
          {names[theme]}
        </option>
      ))}
    </select>
  )
}
