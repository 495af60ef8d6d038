import { receiveSignals } from "#db/commands/signals.ts"
import { type KindWriter, type Writing, withAccounts } from "./writing.ts"

/** Readings as columns: the fastest way from rows into the table. */
export function signalsWriter(writing: Writing): KindWriter<"signals"> {
  const { caller, run, plan, cause, measureIds, known } = writing
  return {
    write: async (tx, rows) => {
      const { found, rejected } = await withAccounts(tx, writing, rows)
      const accountIds: string[] = []
      const measures: number[] = []
      const days: string[] = []
      const values: (number | null)[] = []
      const texts: (string | null)[] = []
      for (const { record, account } of found) {
        known.accounts.add(account.id)
        const day = record.day ?? plan.day
        for (const { measure, value } of record.readings) {
          accountIds.push(account.id)
          measures.push(measureIds[measure]!)
          days.push(day)
          values.push(typeof value === "number" ? value : null)
          texts.push(typeof value === "string" ? value : null)
        }
      }
      const received = await receiveSignals(tx, caller, {
        source: run.source,
        signals: { accountIds, measureIds: measures, days, values, texts },
        cause,
        runNumber: run.number,
        known,
      })
      const changed = received.written + received.removed
      return {
        created: received.created,
        updated: changed - received.created,
        skipped: accountIds.length - changed,
        signals: changed,
        rejected,
      }
    },
  }
}
