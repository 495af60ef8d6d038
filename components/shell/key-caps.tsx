const spoken: Readonly<Record<string, string>> = {
  "Mod+K": "⌘K or Ctrl K",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  "Shift+ArrowUp": "Shift ↑",
  "Shift+ArrowDown": "Shift ↓",
}

/** A key as it stands on the keyboard; two of them when one follows the other. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-1 whitespace-nowrap">
      {keys.split(" ").map((key) => (
        <kbd
          key={key}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-tag border border-hairline bg-sunken px-1 font-sans text-12 text-ink-2"
        >
          {spoken[key] ?? key}
        </kbd>
      ))}
    </span>
  )
}
