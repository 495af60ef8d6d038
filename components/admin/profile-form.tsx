import { levelField, mustField, profileIn } from "#components/admin/profile-form-values.ts"
import { Button } from "#components/ui/button.tsx"
import { ReplyNote } from "#components/ui/reply-note.tsx"
import { SelectField } from "#components/ui/select-field.tsx"
import { TextArea } from "#components/ui/text-area.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import type { Segment } from "#lib/accounts/schema.ts"
import { skillLevelWords } from "#lib/people/skill-levels.ts"
import type { ProfileContent, ProfileDraft } from "#lib/people/success-profile.ts"
import type { Reply } from "#lib/verb.ts"

const levels = skillLevelWords.map((words, level) => ({
  value: String(level),
  label: level === 0 ? "0 not needed" : `${level} ${words}`,
}))

/** The next version of a success profile; without `known` the first of a new one. */
export function ProfileForm({
  known,
  skills,
  segments,
  reply,
  isSaving,
  save,
}: {
  known: (ProfileContent & { readonly name: string; readonly version: number }) | null
  /** The skills of this workspace by name. */
  skills: readonly string[]
  segments: readonly Segment[]
  reply: Reply<unknown> | null
  isSaving: boolean
  save: (draft: ProfileDraft) => void
}) {
  const seenVersion = known?.version ?? 0
  const fields = reply && !reply.ok ? reply.fields : undefined
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        save(profileIn(form, { name: known?.name ?? null, seenVersion, skills, segments }))
      }}
      className="flex max-w-6xl flex-col gap-3 print:hidden"
    >
      <div className="flex flex-wrap items-end gap-4">
        {!known && (
          <TextField label="Name" name="name" required maxLength={80} error={fields?.name} width="w-52" />
        )}
        <SelectField
          label="Segment"
          name="segment"
          options={[
            { value: "", label: "all" },
            ...segments.map((segment) => ({ value: segment, label: segment })),
          ]}
          defaultValue={known?.segment ?? ""}
        />
        <TextField
          label="Cadence, days"
          name="cadenceDays"
          type="number"
          min={1}
          max={365}
          required
          defaultValue={known?.cadenceDays}
          error={fields?.cadenceDays}
          width="w-32"
        />
        <TextField
          label="Effort, hours per month"
          name="effortHoursPerMonth"
          type="number"
          min={0}
          max={400}
          step={0.25}
          required
          defaultValue={known?.effortHoursPerMonth}
          error={fields?.effortHoursPerMonth}
          width="w-40"
        />
        <TextField
          label="Language"
          name="language"
          maxLength={40}
          defaultValue={known?.language ?? ""}
          error={fields?.language}
          width="w-32"
        />
      </div>
      <TextArea
        label="Goals"
        name="goals"
        required
        hint="One a line, at most 20"
        defaultValue={known?.goals.join("\n")}
        error={fields?.goals}
      />
      {skills.length > 0 && (
        <fieldset>
          <legend className="text-13 font-medium">Skills needed</legend>
          <div className="mt-2 grid gap-x-6 gap-y-2 xl:grid-cols-2">
            {skills.map((skill) => (
              <SkillNeed
                key={skill}
                skill={skill}
                need={known?.skills.find((each) => each.skill === skill) ?? null}
              />
            ))}
          </div>
        </fieldset>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={isSaving}>
          {isSaving ? "Saving…" : `Make version ${seenVersion + 1}`}
        </Button>
        <ReplyNote reply={reply} done={`Version ${seenVersion + 1} is in force.`} />
      </div>
    </form>
  )
}

function SkillNeed({ skill, need }: { skill: string; need: ProfileContent["skills"][number] | null }) {
  return (
    <div className="flex flex-wrap items-center gap-3 text-14">
      <span aria-hidden="true" className="w-52 truncate">
        {skill}
      </span>
      <SelectField
        label={`Level of ${skill}`}
        name={levelField(skill)}
        isLabelHidden
        options={levels}
        defaultValue={String(need?.level ?? 0)}
      />
      <label className="inline-flex min-h-6 items-center gap-1.5 text-13">
        <input
          type="checkbox"
          name={mustField(skill)}
          defaultChecked={need?.must ?? false}
          className="size-4"
        />
        must<span className="sr-only"> have {skill}</span>
      </label>
    </div>
  )
}
