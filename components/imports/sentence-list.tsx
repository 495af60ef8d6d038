/** Guesses or consequences, one sentence each. */
export function SentenceList({ label, sentences }: { label: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <ul aria-label={label} className="flex max-w-[75ch] list-disc flex-col gap-1 pl-5 text-13 text-ink-2">
      {sentences.map((sentence) => (
        <li key={sentence} className="wrap-anywhere">
          {sentence}
        </li>
      ))}
    </ul>
  )
}
