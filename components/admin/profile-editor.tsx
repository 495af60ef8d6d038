"use client"

import { useRouter } from "next/navigation"
import { useState, useTransition } from "react"
import { ProfileForm } from "#components/admin/profile-form.tsx"
import { Button } from "#components/ui/button.tsx"
import { type ChangedBy, ConflictState } from "#components/ui/conflict-state.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import type { Segment } from "#lib/accounts/schema.ts"
import { differingLines } from "#lib/conflicts/differing-lines.ts"
import { comparedProfiles } from "#lib/people/profile-fields.ts"
import type { ProfileContent, ProfileDraft } from "#lib/people/success-profile.ts"
import type { Reply, Verb } from "#lib/verb.ts"

export type KnownProfile = ProfileContent & { readonly name: string; readonly version: number }

/** The next version of a profile; when somebody made it first, both stand here and the reader chooses. */
export function ProfileEditor({
  known,
  changedBy,
  skills,
  segments,
  addAction,
}: {
  /** The version in force; null for a profile that is not there yet. */
  known: KnownProfile | null
  /** Who made it. */
  changedBy: ChangedBy
  /** The skills of this workspace by name. */
  skills: readonly string[]
  segments: readonly Segment[]
  addAction: Verb<ProfileDraft, { version: number }>
}) {
  const router = useRouter()
  const [seen, setSeen] = useState(known)
  const [refused, setRefused] = useState<ProfileDraft | null>(null)
  const [reply, setReply] = useState<Reply<unknown> | null>(null)
  const [isSaving, start] = useTransition()
  const save = (draft: ProfileDraft) =>
    start(async () => {
      const answer = await addAction(draft)
      setReply(answer)
      if (answer.ok) return router.push("/admin/success-profiles")
      if (answer.code !== "changed_meanwhile") return
      setRefused(draft)
      // The version that somebody else made comes with the page; then both are shown.
      router.refresh()
    })
  const begin = () => {
    setSeen(known)
    setRefused(null)
    setReply(null)
  }
  if (refused && known && known.version !== seen?.version)
    return (
      <ConflictState
        field={known.name}
        {...differingLines(comparedProfiles(refused, known))}
        changedBy={changedBy}
        keepMine={
          <Button disabled={isSaving} onClick={() => save({ ...refused, seenVersion: known.version })}>
            Keep mine as version {known.version + 1}
          </Button>
        }
        takeTheirs={
          <Button disabled={isSaving} onClick={begin}>
            Take theirs
          </Button>
        }
      >
        {reply && !reply.ok && reply.code !== "changed_meanwhile" && <ReplyNote reply={reply} />}
      </ConflictState>
    )
  return (
    <ProfileForm
      key={seen?.version ?? 0}
      known={seen}
      skills={skills}
      segments={segments}
      reply={reply}
      isSaving={isSaving}
      save={save}
    />
  )
}
