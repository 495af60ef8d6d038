import type { Sql } from "postgres"
import { isStalePlan } from "./unavailable.ts"

type Unsafe = (text: string, values?: unknown[], options?: object) => unknown
type Work = (tx: Sql) => unknown
type Options = { readonly onStalePlan: () => void }

/**
 * Lets each connection keep the statements it has run: the mapper asks for none to be kept, and Postgres then plans
 * every one anew, which takes a second way there and back; over tables of many months making a plan costs several times
 * what reading costs, so that connections for pages also keep their plans (see `keepsPlans`). When a table gets
 * another shape meanwhile, the transaction that notices it fails, and `onStalePlan` is called.
 */
export function prepareStatements(sql: Sql, { onStalePlan }: Options): Sql {
  const begin = sql.begin.bind(sql) as unknown as (options: string, work: Work) => Promise<unknown>
  return Object.assign(sql, {
    unsafe: prepared(sql.unsafe.bind(sql) as Unsafe),
    begin: (...given: [work: Work] | [options: string, work: Work]) => {
      const [options, work] = given.length === 2 ? given : ["", given[0]]
      const kept = (tx: Sql) => Object.assign(tx, { unsafe: prepared(tx.unsafe.bind(tx) as Unsafe) })
      return begin(options, (tx) => work(kept(tx))).catch((error: unknown) => {
        if (isStalePlan(error)) onStalePlan()
        throw error
      })
    },
  })
}

/** Only with values: without any the driver uses the simple protocol, where several statements may stand in a text. */
const prepared =
  (unsafe: Unsafe): Unsafe =>
  (text, values = [], options = {}) =>
    unsafe(text, values, values.length > 0 ? { ...options, prepare: true } : options)
