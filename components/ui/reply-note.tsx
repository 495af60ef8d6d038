import { StatusShape } from "#components/ui/status-shape.tsx"
import type { Reply } from "#lib/verb.ts"

/** What became of an action, read out when it arrives. */
export function ReplyNote({ reply, done }: { reply: Reply<unknown> | null; done?: string }) {
  const text = reply === null ? null : reply.ok ? done : reply.message
  return (
    <p role="status" className={text ? "flex items-center gap-1.5 text-13 text-ink" : "sr-only"}>
      {text && <StatusShape status={reply?.ok ? "good" : "act"} />}
      {text}
    </p>
  )
}
