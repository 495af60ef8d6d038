import type { Sql, TransactionSql } from "postgres"
import { AppError } from "#lib/errors.ts"
import { databaseErrorCode } from "./unavailable.ts"

type Work = (tx: TransactionSql) => unknown

const lost = /^(CONNECT|ECONN|EPIPE|ETIMEDOUT|08|57P0[1235]|25P03)/

/**
 * Makes a transaction end with its connection. The driver would let it go on: what it says then is written to
 * no socket, which throws where nobody can catch it and ends the process, or is said on the connection that
 * took the place, in the middle of somebody else's transaction.
 */
export function fenceTransactions(sql: Sql): Sql {
  const begin = sql.begin.bind(sql) as unknown as (options: string, work: Work) => Promise<unknown>
  const fencedBegin = (...given: [work: Work] | [options: string, work: Work]): Promise<unknown> => {
    const [options, work] = given.length === 2 ? given : ["", given[0]]
    return new Promise((resolve, reject) => {
      let isLost = false
      const lose = (error: unknown) => {
        isLost = true
        reject(error)
      }
      begin(options, (tx) => workBehind(tx, work, { isLost: () => isLost, lose })).then(resolve, lose)
    })
  }
  return Object.assign(sql, { begin: fencedBegin })
}

type Connection = { readonly isLost: () => boolean; readonly lose: (error: unknown) => void }

async function workBehind(tx: TransactionSql, work: Work, connection: Connection): Promise<unknown> {
  const { isLost, lose } = connection
  try {
    const value = await work(fence(tx, connection))
    return isLost() ? silence : value
  } catch (error) {
    if (lost.test(databaseErrorCode(error) ?? "")) lose(error)
    if (isLost()) return silence
    throw error
  }
}

/** Never settles, so that the driver follows neither with a commit nor with a rollback. */
const silence = new Promise<never>(() => {})

function fence(tx: TransactionSql, connection: Connection): TransactionSql {
  const pass = () => {
    if (connection.isLost())
      throw new AppError(
        "unavailable",
        "The connection of this transaction was lost. If you were saving, look first whether it was saved.",
        {
          retryAfterSeconds: 2,
        },
      )
  }
  return new Proxy(tx, {
    apply: (target, self, given) => {
      pass()
      return Reflect.apply(target, self, given)
    },
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== "function") return value
      return (...given: unknown[]) => {
        pass()
        // The driver would take a savepoint back on a lost connection just as it would the whole.
        if (key === "savepoint") {
          const work = given.pop() as Work
          given.push((inner: TransactionSql) => workBehind(inner, work, connection))
        }
        return Reflect.apply(value, target, given)
      }
    },
  })
}
