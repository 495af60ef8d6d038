import { z } from "zod"
import { accept, type Outcome, refuse } from "../outcome.ts"
import { type Permission, permissions } from "./policy.ts"

export const accessAsked = z.object({ permission: z.enum(permissions) })
export type AccessAsked = z.infer<typeof accessAsked>

export const accessAnswered = z.object({ requestId: z.uuid(), isDeclined: z.boolean() })
export type AccessAnswered = z.infer<typeof accessAnswered>

export type AccessRequest = {
  readonly id: string
  readonly loginId: string
  readonly permission: Permission
  readonly askedAt: Date
}

export const answerRefusals = {
  declined: "Somebody has declined this already.",
  waiting: "This request is waiting again already.",
  asked_again: "The same was asked again meanwhile: the newer request waits.",
} as const

/** A request is declined once, and waits again once; not when the same was asked anew since. */
export function decideAnswer(
  stored: { readonly isDeclined: boolean; readonly isAskedAgain: boolean },
  wanted: { readonly isDeclined: boolean },
): Outcome<null, keyof typeof answerRefusals> {
  if (stored.isDeclined === wanted.isDeclined) return refuse(stored.isDeclined ? "declined" : "waiting")
  if (!wanted.isDeclined && stored.isAskedAgain) return refuse("asked_again")
  return accept(null)
}
