export const touchpointTypes = ["call", "meeting", "email", "business_review", "training", "note"] as const
export type TouchpointType = (typeof touchpointTypes)[number]

export const touchpointTypeNames: Record<TouchpointType, string> = {
  call: "Call",
  meeting: "Meeting",
  email: "E-mail",
  business_review: "Business review",
  training: "Training",
  note: "Note",
}

export type TouchpointRow = {
  readonly id: string
  readonly type: TouchpointType
  readonly happenedAt: Date
  readonly personName: string | null
  readonly note: string | null
  readonly nextPlannedOn: string | null
}
