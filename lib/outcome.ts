/** What a decision returns: the expected result, or one of a small closed set of reasons. */
export type Outcome<Value, Reason extends string> = Accepted<Value> | Refused<Reason>

export type Accepted<Value> = { readonly ok: true; readonly value: Value }
export type Refused<Reason extends string> = {
  readonly ok: false
  readonly reason: Reason
  /** What, where and how to fix, in words for the person who asked. */
  readonly detail?: string
}

export const accept = <Value>(value: Value): Accepted<Value> => ({ ok: true, value })

export const refuse = <Reason extends string>(reason: Reason, detail?: string): Refused<Reason> =>
  detail === undefined ? { ok: false, reason } : { ok: false, reason, detail }
