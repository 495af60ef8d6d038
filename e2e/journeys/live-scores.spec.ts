import { receiveSignals } from "#db/commands/signals.ts"
import { inWorkspace } from "#db/in-workspace.ts"
import { expect, test } from "#e2e/fixtures.ts"
import { arrangeAccounts } from "#e2e/world/accounts.ts"
import { database } from "#e2e/world/database.ts"
import { type TestWorkspace, today } from "#e2e/world/workspace.ts"

/** A reading as a connector would give it: nobody asks for a score. */
async function receiveUse(workspace: TestWorkspace, accountId: string, value: number): Promise<void> {
  const { owner } = database()
  const [measure] = await owner<{ id: number }[]>`
    select id from measure where workspace_id = ${workspace.id} and key = 'usage'`
  const [source] = await owner<{ id: number; key: string }[]>`
    select id, key from source where workspace_id = ${workspace.id} order by id limit 1`
  const admin = workspace.as("admin")
  await inWorkspace(admin, (tx) =>
    receiveSignals(tx, admin, {
      source: { id: source!.id, key: source!.key },
      signals: {
        accountIds: [accountId],
        measureIds: [measure!.id],
        days: [today],
        values: [value],
        texts: [null],
      },
    }),
  )
}

test("a reading is scored by itself, and an open page shows it", async ({ workspace, pageOf }) => {
  const [account, other] = await arrangeAccounts(workspace, [
    { externalId: "A", name: "Acme", usage: 80, tickets: 2 },
    { externalId: "B", name: "Globex", usage: 80, tickets: 2 },
  ])
  const page = await pageOf(workspace.members.csm)
  const elsewhere = await pageOf(workspace.members.csm, { context: page.context() })
  await page.goto(`/accounts/${account!.slug}`)
  await elsewhere.goto(`/accounts/${other!.slug}`)
  for (const each of [page, elsewhere]) await expect(each.getByText(/^Why \d+\?/)).toContainText("Why 84")
  const refetches: string[] = []
  // Links that are fetched ahead are no looking again.
  elsewhere.on("request", (request) => {
    const isItself = new URL(request.url()).pathname === `/accounts/${other!.slug}`
    if (request.headers().rsc && isItself) refetches.push(request.url())
  })
  await receiveUse(workspace, account!.id, 5)
  await expect(page.getByText(/^Why \d+\?/)).not.toContainText("Why 84")
  await expect(page.getByRole("main")).toContainText("Act now")
  await elsewhere.waitForTimeout(1_000)
  expect(refetches, "a page of another account does not look again").toEqual([])
})
