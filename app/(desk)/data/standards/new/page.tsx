import type { Metadata } from "next"
import { NotAllowed } from "#components/access/not-allowed.tsx"
import { StandardForm } from "#components/data/standard-form.tsx"
import { LeftOutNote } from "#components/shell/left-out-note.tsx"
import { PageHead } from "#components/ui/page-head.tsx"
import { Panel } from "#components/ui/panel.tsx"
import { peopleToAssign, standardsOf } from "#db/queries/quality.ts"
import { fieldsOf } from "#db/queries/quality-overview.ts"
import { dayOf } from "#lib/format/instant.ts"
import { askChoices } from "#lib/quality/ask-choices.ts"
import { deskRead, openSharedDesk } from "#lib/server/desk/open-desk.ts"
import { setQualityStandard } from "../../actions.ts"

export const metadata: Metadata = { title: "Set a standard" }

export default async function NewStandardPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const search = await searchParams
  const desk = await openSharedDesk("data.write", "/data/standards/new", search)
  if (desk.missing) return <NotAllowed title="Set a standard" permission={desk.missing} />
  const { caller, timeZone } = desk
  const today = dayOf(caller.now, timeZone)
  const { choices, people } = await deskRead(caller, async (tx) => ({
    choices: askChoices(await fieldsOf(tx, caller), await standardsOf(tx, caller, { today })),
    people: await peopleToAssign(tx, caller, { today }),
  }))
  return (
    <>
      <PageHead
        title="Set a standard"
        answer="Say which share of rows must meet it, who answers for it, and what goes wrong otherwise."
      />
      <LeftOutNote search={search} understood={{}} />
      <Panel
        title="What is asked"
        subtitle="Fields that have a standard in a respect already are not in the list."
      >
        <StandardForm choices={choices} people={people} saveAction={setQualityStandard} />
      </Panel>
    </>
  )
}
