import { randomUUID } from "node:crypto"
import { AppError } from "#lib/errors.ts"
import { SilentRun } from "./silent-run.ts"

/**
 * Why a run failed, as the queue may keep it: the board shows it to the admins of every workspace, so it is a
 * sentence of the product, or the id under which the log tells more.
 */
export class FailedRun extends Error {
  readonly diagnosticId = randomUUID().slice(0, 8)

  constructor(cause: unknown) {
    super()
    this.name = "FailedRun"
    this.message =
      cause instanceof AppError || cause instanceof SilentRun
        ? cause.message
        : `Failed, see the log: ${this.diagnosticId}`
    // Its own trace says nothing; the queue would keep that of the cause with what it wrote.
    this.stack = `${this.name}: ${this.message}`
  }
}
