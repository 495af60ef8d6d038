import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { customerFile } from "#db/testing/customer-file.ts"
import { dataSet } from "#db/testing/data-set.ts"
import { testDatabase, testWorkspace } from "#db/testing/workspace.ts"
import type { Caller } from "#lib/access/caller.ts"
import { auc } from "#lib/math/auc.ts"
import { ensureStarterModel } from "#lib/server/health/ensure-starter-model.ts"
import { rescoreWorkspace } from "#lib/server/health/rescore-workspace.ts"
import { load } from "./testing/load.ts"

const day = "2026-11-16"

describe("a customer file becomes scored accounts", () => {
  const { owner } = testDatabase()

  async function importAndScore(caller: Caller, text: string) {
    const { outcome } = await load(caller, { kind: "accounts", text }, { day })
    const model = await ensureStarterModel(caller)
    return { outcome, model, scores: await rescoreWorkspace(caller, { day }) }
  }

  /** Accounts whose stored parts, summed by the database, give their stored score exactly. */
  async function accountsThatAddUp(workspaceId: string): Promise<number> {
    const [row] = await owner<{ count: number }[]>`
      select count(*)::int as count from health_score
      where workspace_id = ${workspaceId} and value = 50
        + (select sum((part->>'points')::numeric) from jsonb_array_elements(score->'parts') part)
        + coalesce((score->'vetoPart'->>'points')::numeric, 0)`
    return row?.count ?? 0
  }

  /** How often a lost account has a lower score than a kept one. */
  async function discrimination(workspaceId: string): Promise<number | null> {
    const rows = await owner<{ value: number; churn: string }[]>`
      select h.value, s.value_text as churn from account_health h
      join measure m on m.workspace_id = h.workspace_id and m.role = 'outcome'
      join signal s on s.workspace_id = h.workspace_id and s.account_id = h.account_id and s.measure_id = m.id
      where h.workspace_id = ${workspaceId}`
    return auc(rows.map(({ value, churn }) => ({ value: 100 - value, isPositive: churn === "Yes" })))
  }

  test("made up: every account is scored, its parts add up, and again changes nothing", {
    timeout: 120_000,
  }, async () => {
    const { caller, workspaceId } = await testWorkspace()
    const text = customerFile({ rows: 600, seed: 7 })
    const first = await importAndScore(caller, text)
    expect(first.outcome).toMatchObject({ created: 600, rejected: 0 })
    expect(first.model.proposal?.isLearned).toBe(true)
    expect(first.model.proposal?.leftOut.map(({ label }) => label)).toContain("Gender")
    expect(first.scores).toMatchObject({ accounts: 600, written: 600 })
    expect(first.scores.byBand.insufficient).toBe(0)
    expect(await accountsThatAddUp(workspaceId)).toBe(600)
    expect(await discrimination(workspaceId)).toBeGreaterThan(0.7)

    const again = await importAndScore(caller, text)
    expect(again.outcome).toMatchObject({ created: 0, updated: 0, skipped: 600, signals: 0 })
    expect(again.model.created).toBe(false)
    expect(again.scores).toMatchObject({ accounts: 600, written: 0 })
  })

  const telco = dataSet("telco_ibm.csv")

  test.runIf(telco)(
    "data: 7,043 telecom customers are scored and every one adds up",
    { timeout: 300_000 },
    async () => {
      const { caller, workspaceId } = await testWorkspace()
      const { outcome, scores } = await importAndScore(caller, readFileSync(telco ?? "", "utf8"))
      expect(outcome).toMatchObject({ created: 7_043, rejected: 0 })
      expect(scores).toMatchObject({ accounts: 7_043, written: 7_043 })
      expect(await accountsThatAddUp(workspaceId)).toBe(7_043)
      expect(await discrimination(workspaceId)).toBeGreaterThan(0.82)
    },
  )
})
