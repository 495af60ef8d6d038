import { FileDrop } from "#components/imports/file-drop.tsx"
import { PostButton } from "#components/imports/post-button.tsx"
import { PostForm } from "#components/imports/post-form.tsx"
import { TextField } from "#components/ui/text-field.tsx"
import { kindSpecs } from "#lib/imports/kinds.ts"
import { type ImportKind, importKinds } from "#lib/imports/schema.ts"

/** What the file holds, which file, and where it comes from. The file stands last: it is read as it arrives. */
export function FileForm({
  action,
  kind,
  source,
  sources,
  instead,
  mostBytes,
}: {
  action: string
  kind: ImportKind
  source: string
  /** Names of sources that there are already. */
  sources: readonly string[]
  /** A run whose file could not be read and that the next file replaces. */
  instead?: string | undefined
  mostBytes: number
}) {
  return (
    <PostForm action={action} encType="multipart/form-data" className="flex flex-col gap-6">
      <fieldset>
        <legend className="text-13 font-medium">What the file holds</legend>
        <div className="mt-1 grid auto-rows-fr gap-2 sm:grid-cols-2 xl:grid-cols-4">
          {importKinds.map((each) => (
            <label
              key={each}
              className="flex cursor-pointer items-start gap-2 rounded-control border border-control bg-surface p-3 hover:bg-sunken has-checked:border-ink has-checked:bg-selected"
            >
              <input
                type="radio"
                name="kind"
                value={each}
                defaultChecked={each === kind}
                className="mt-0.5 size-4 shrink-0 accent-ink"
              />
              <span className="min-w-0">
                <span className="block text-14 font-medium">{kindSpecs[each].label}</span>
                <span className="block text-12 text-muted">{kindSpecs[each].oneRow}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="max-w-sm">
        <TextField
          label="Source"
          name="source"
          required
          maxLength={60}
          defaultValue={source}
          list="known-sources"
          autoComplete="off"
          hint="The system it comes from, such as crm. Its later files replace its earlier values."
        />
        <datalist id="known-sources">
          {sources.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </div>
      {instead && <input type="hidden" name="instead" value={instead} />}
      <FileDrop mostBytes={mostBytes} />
      <div className="flex flex-wrap items-center gap-3">
        <PostButton variant="primary" pendingLabel="Uploading and reading the file…">
          Read this file
        </PostButton>
      </div>
    </PostForm>
  )
}
