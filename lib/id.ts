declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type WorkspaceId = Branded<"workspace">
export type LoginId = Branded<"login">
export type SessionId = Branded<"session">
export type PersonId = Branded<"person">
export type AccountId = Branded<"account">

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a string from outside has the form of an id; anything else can only be unknown. */
export const isUuid = (text: string): boolean => uuidPattern.test(text)
