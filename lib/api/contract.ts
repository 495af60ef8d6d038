import type { z } from "zod"
import type { Permission } from "../access/policy.ts"

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** One operation of the public API: the handler, the documentation and the tests all read this. */
export type Contract<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Answer extends z.ZodType,
> = {
  readonly method: Method
  readonly path: `/api/v1/${string}`
  readonly summary: string
  readonly permission: Permission
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly answer: Answer
}
