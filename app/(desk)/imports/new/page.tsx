import type { Metadata } from "next"
import { z } from "zod"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { FileForm } from "#components/imports/file-form.tsx"
import { FocusHeading } from "#components/imports/focus-heading.tsx"
import { ImportStepper } from "#components/imports/import-stepper.tsx"
import { ToldNote } from "#components/imports/told-note.tsx"
import { UnreadableNote } from "#components/imports/unreadable-note.tsx"
import { LiveScope } from "#components/live/live-scope.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { importRuns } from "#db/queries/imports.ts"
import { importLimits } from "#lib/imports/limits.ts"
import { importKinds } from "#lib/imports/schema.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { refusedFile } from "../refused-file.ts"

export const metadata: Metadata = { title: "Import a file" }

/** Their sources are offered again. */
const latestRuns = 50
const usualSource = "csv"

export default async function NewImportPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("import.write", "/imports/new", search)
  if (desk.missing) return <NotAllowed title="Import a file" permission={desk.missing} />
  const { caller, workspaceName, workspaceKind } = desk
  const kind = z.enum(importKinds).catch("accounts").parse(search.kind)
  const latest = await deskRead(caller, (tx) => importRuns(tx, caller, { limit: latestRuns }))
  const refused = await refusedFile(caller, search.refused)
  const instead = z.uuid().safeParse(search.instead).data
  return (
    <>
      <ImportStepper current="file" />
      <PageHead
        title="Import a file"
        answer={`Choose a file for ${workspaceName}. You map its columns, repair what is wrong and see every change before anything is written.`}
        asOf={
          workspaceKind === "demo" &&
          "This is the Demo workspace: its accounts are made up. For your own data, switch at the top left first."
        }
      />
      <LeftOutNote
        search={search}
        understood={{
          kind: search.kind === kind ? kind : null,
          refused,
          instead,
          told: search.told,
        }}
      />
      <FocusHeading />
      <LiveScope accountIds={[]} />
      <ToldNote told={search.told} />
      {refused && <UnreadableNote {...refused} />}
      <FileForm
        action="/imports/upload"
        kind={kind}
        source={refused?.source ?? usualSource}
        sources={[...new Set(latest.map(({ source }) => source.key))].toSorted()}
        instead={refused?.runId ?? instead}
        mostBytes={importLimits.fileBytes}
      />
    </>
  )
}
