/** What a key press tells; a DOM KeyboardEvent fits. */
export type Press = {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/**
 * The name under which a pressed key is registered: `A`, `?`, `[`, `1`, `Space`, `Enter`, `ArrowDown`, `Shift+ArrowDown`.
 * Letters are written large whatever Shift and Caps Lock say; signs are what was typed, so that a keyboard where `?`
 * needs no Shift works too. Null with Ctrl, Alt or Cmd held (those belong to the browser) and for a modifier alone.
 */
export function keyName({ key, shiftKey, ctrlKey, metaKey, altKey }: Press): string | null {
  if (ctrlKey || metaKey || altKey || modifiers.has(key) || key === "") return null
  if (key === " ") return shiftKey ? "Shift+Space" : "Space"
  if (/^.$/u.test(key)) return key.toUpperCase()
  return shiftKey ? `Shift+${key}` : key
}

const modifiers = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead", "Process"])

/** Whether the press is Cmd K, or Ctrl K where Ctrl is the key for commands. */
export const isPalettePress = ({ key, shiftKey, ctrlKey, metaKey, altKey }: Press): boolean =>
  key.toUpperCase() === "K" && ctrlKey !== metaKey && !shiftKey && !altKey
