import { masterKey, masterKeyVersion } from "#lib/platform/master-key.ts"
import { newSealingKey, type Place, seal, unseal } from "#lib/platform/sealing.ts"

const keyPlace = (workspaceId: string, subjectKeyId: string): Place => ({
  workspaceId,
  table: "subject_key",
  column: "wrapped_key",
  rowId: subjectKeyId,
})

/** A fresh key for one person's fields, and the form in which it is stored. */
export function newSubjectKey(workspaceId: string, subjectKeyId: string) {
  const key = newSealingKey()
  const wrappedKey = seal(masterKey(), key, keyPlace(workspaceId, subjectKeyId))
  return { key, row: { workspaceId, id: subjectKeyId, wrappedKey, masterKeyVersion } }
}

/** The key behind its stored form; null when it was destroyed, and what it sealed with it. */
export function openSubjectKey(
  workspaceId: string,
  subjectKeyId: string,
  wrappedKey: Buffer | null,
): Buffer | null {
  return wrappedKey && unseal(masterKey(), wrappedKey, keyPlace(workspaceId, subjectKeyId))
}

const contactPlace = (workspaceId: string, contactId: string, column: string): Place => ({
  workspaceId,
  table: "contact",
  column,
  rowId: contactId,
})

type ContactColumn = "name" | "email" | "title"
type ContactField = { workspaceId: string; contactId: string; column: ContactColumn }

export const sealContactField = (key: Buffer, text: string, at: ContactField): Buffer =>
  seal(key, Buffer.from(text), contactPlace(at.workspaceId, at.contactId, at.column))

export const openContactField = (key: Buffer, sealed: Buffer, at: ContactField): string =>
  unseal(key, sealed, contactPlace(at.workspaceId, at.contactId, at.column)).toString("utf8")
