type Named = { readonly id: string; readonly name: string }

/** The teams and owners that the bar can narrow its pages to. */
export type ScopeChoices = { readonly teams: readonly Named[]; readonly owners: readonly Named[] }

/** Asks the server for them; null when it did not answer. */
export async function askScope(): Promise<ScopeChoices | null> {
  try {
    const answer = await fetch("/scope")
    return answer.ok ? ((await answer.json()) as ScopeChoices) : null
  } catch {
    return null
  }
}
