import { accountHealthOn } from "#db/queries/account-health.ts"
import { accountByReference } from "#db/queries/accounts.ts"
import { workspaceClock } from "#db/queries/workspaces.ts"
import { healthOfCustomer } from "#lib/api/health.ts"
import { healthAnswer } from "#lib/api/health-answer.ts"
import { notFound } from "#lib/errors.ts"
import { addDays } from "#lib/format/calendar-day.ts"
import { endpoint } from "#lib/server/endpoint.ts"

export const GET = endpoint(healthOfCustomer, async (tx, caller, { params }) => {
  const { today } = await workspaceClock(tx, caller)
  const account = await accountByReference(tx, caller, {
    reference: params.customer_id,
    kind: "customer_id",
    today,
  })
  const health =
    account &&
    (await accountHealthOn(tx, caller, {
      accountId: account.id,
      day: today,
      comparedWith: addDays(today, -7),
    }))
  if (!account || !health) throw notFound("customer's health score")
  return healthAnswer({ account, health, now: caller.now })
})
