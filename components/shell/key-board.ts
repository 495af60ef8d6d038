/** The keys that have an effect at this moment: parts of the page lay theirs down, and take them up when they leave. */
export type LaidKey = {
  readonly key: string
  readonly words: string
  readonly group: string
  readonly repeats: boolean
  readonly run: () => void
}

type State = { readonly laid: readonly LaidKey[]; readonly isOn: boolean }

const empty: State = { laid: [], isOn: true }
let state = empty
const listeners = new Set<() => void>()

function become(next: State) {
  state = next
  for (const listener of listeners) listener()
}

/** Lays a key down; what it gives back takes it up again. */
export function layKey(key: LaidKey): () => void {
  become({ ...state, laid: [...state.laid, key] })
  return () => become({ ...state, laid: state.laid.filter((each) => each !== key) })
}

/** Single keys on or off; Cmd K and Ctrl K are no single keys. */
export function switchKeys(isOn: boolean): void {
  if (isOn !== state.isOn) become({ ...state, isOn })
}

/** One entry for each key: whoever laid it down last has it. */
export function keysNow(laid: readonly LaidKey[]): LaidKey[] {
  return [...new Map(laid.map((each) => [each.key, each])).values()]
}

export const keyBoard = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  now: (): State => state,
  isOn: (): boolean => state.isOn,
  isOnByDefault: (): boolean => empty.isOn,
  onServer: (): State => empty,
}
