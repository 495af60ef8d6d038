import { askForAccess } from "#db/commands/access-requests.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { type ArrangedAccount, arrangeAccounts } from "#e2e/world/accounts.ts"
import { addContact } from "#e2e/world/contacts.ts"
import { faultyAccounts } from "#e2e/world/faulty-accounts.ts"
import { arrangeChecked, arrangeFile, arrangeRun } from "#e2e/world/imports.ts"
import { type ArrangedQuality, arrangeFailedRun, arrangeQuality } from "#e2e/world/quality.ts"
import { newWorkspace, type TestWorkspace } from "#e2e/world/workspace.ts"

export type Exhibition = {
  readonly full: TestWorkspace
  readonly empty: TestWorkspace
  readonly accounts: readonly ArrangedAccount[]
  readonly quality: ArrangedQuality
  readonly imports: Readonly<
    Record<"draft" | "faulty" | "repaired" | "unreadable" | "writing" | "done" | "failed", string>
  >
}

/** A workspace with every band, missing scores, renewals and contacts, and one with nothing in it. */
export async function exhibition(): Promise<Exhibition> {
  const [full, empty] = await Promise.all([newWorkspace("Full company"), newWorkspace("Empty company")])
  const plans = Array.from({ length: 14 }, (_, place) => ({
    externalId: `V${place}`,
    name: `Northern Lights Trading ${place + 1}`,
    ...(place % 9 === 8 ? {} : { usage: (place * 17) % 101 }),
    ...(place % 4 === 0 && place > 0 ? {} : { tickets: place % 21 }),
    segment: (["Enterprise", "Mid-Market", "SMB"] as const)[place % 3]!,
    // The last one has no owner: a thing to do for who can give it one.
    ...(place === 13 ? {} : { ownerName: place % 2 === 0 ? "Olivia Owner" : "Oscar Owner" }),
    arrCents: (place + 1) * 2_345_600,
    endsOn: `2027-0${1 + (place % 9)}-15`,
  }))
  const accounts = await arrangeAccounts(full, plans)
  await addContact(full, {
    accountId: accounts[0]!.id,
    name: "Chris Champion",
    email: "chris@customer.example",
  })
  const faulty = { fileName: "accounts of spring.csv", text: faultyAccounts("V") }
  const imports = {
    draft: await arrangeFile(full, faulty),
    faulty: await arrangeChecked(full, faulty),
    repaired: await arrangeChecked(full, {
      fileName: "few.csv",
      text: "id,name,segment\nV0,Renamed,SMB\nN1,New,SMB\n",
    }),
    unreadable: await arrangeFile(full, { fileName: "book.xlsx", text: "PK\u0003\u0004 no workbook" }),
    writing: await arrangeRun(full, { state: "writing", fileName: "large.csv" }),
    done: await arrangeRun(full, { state: "done", fileName: "done.csv", mayUndo: true }),
    failed: await arrangeRun(full, { state: "failed", fileName: "stopped.csv" }),
  }
  const quality = await arrangeQuality(full, { sourceName: "Help desk" })
  await arrangeFailedRun()
  const viewer = full.as("viewer")
  await inWorkspace(viewer, (tx) => askForAccess(tx, viewer, { permission: "import.write" }))
  return { full, empty, accounts, imports, quality }
}
