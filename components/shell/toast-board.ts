import type { Reply } from "#lib/verb.ts"

export type UndoOffer = {
  /** What was done: "12 accounts assigned to Chen." */
  readonly words: string
  /** Puts it back; a refusal is shown in its own words. */
  readonly undo: () => Promise<Reply<unknown>>
}

export type Toast = {
  readonly id: number
  readonly words: string
  readonly isFailure: boolean
  readonly offer: UndoOffer | null
}

let toast: Toast | null = null
let count = 0
const listeners = new Set<() => void>()

function become(next: Toast | null) {
  toast = next
  for (const listener of listeners) listener()
}

/** One toast at a time: a new one takes the place of the one before. */
export function showToast(words: string, { offer = null, isFailure = false }: Partial<Toast> = {}): void {
  count += 1
  become({ id: count, words, isFailure, offer })
}

/** Takes a toast away, unless another one stands there by now. */
export function clearToast(id: number): void {
  if (toast?.id === id) become(null)
}

/** Puts back what the toast offers, and tells how that went. */
export async function takeUndo({ id, offer }: Toast): Promise<void> {
  if (!offer) return
  clearToast(id)
  const reply = await offer.undo().catch(() => null)
  if (reply?.ok) showToast("Undone.")
  else
    showToast(reply?.message ?? "The server did not answer. Look again before you repeat it.", {
      isFailure: true,
    })
}

export const toastBoard = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  now: (): Toast | null => toast,
  onServer: (): Toast | null => null,
}
