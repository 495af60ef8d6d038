import type { Found } from "#lib/find/found.ts"

export type FindAnswer =
  | { readonly ok: true; readonly found: Found }
  | { readonly ok: false; readonly words: string }

const failed = "The search did not answer."

/** Asks the server for accounts and people by a part of their name. Throws only when it was called off. */
export async function askFind(q: string, signal: AbortSignal): Promise<FindAnswer> {
  try {
    const answer = await fetch(`/find?q=${encodeURIComponent(q)}`, { signal })
    if (answer.ok) return { ok: true, found: (await answer.json()) as Found }
    const { detail } = (await answer.json()) as { detail?: string }
    return { ok: false, words: detail ?? failed }
  } catch (error) {
    if (signal.aborted) throw error
    return { ok: false, words: failed }
  }
}
