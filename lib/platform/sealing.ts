import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"

const algorithm = "aes-256-gcm"
const ivBytes = 12
const tagBytes = 16
const formatVersion = 1

/** Where a sealed value belongs. A value moved to another row, column or workspace does not open. */
export type Place = {
  readonly workspaceId: string
  readonly table: string
  readonly column: string
  readonly rowId: string
}

const additionalData = (place: Place): Buffer =>
  Buffer.from(JSON.stringify([formatVersion, place.workspaceId, place.table, place.column, place.rowId]))

/**
 * Seals bytes with AES-256-GCM: version, 96-bit random nonce, 128-bit tag, ciphertext. The place is bound in
 * as additional data. `key` is 32 bytes.
 */
export function seal(key: Buffer, plaintext: Buffer, place: Place): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes })
  cipher.setAAD(additionalData(place))
  const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([Buffer.from([formatVersion]), iv, cipher.getAuthTag(), sealed])
}

/** Opens what `seal` made; throws when anything was changed, cut or moved. Nothing is given out unchecked. */
export function unseal(key: Buffer, sealed: Buffer, place: Place): Buffer {
  if (sealed.length < 1 + ivBytes + tagBytes || sealed[0] !== formatVersion)
    throw new Error("A sealed value has an unknown form.")
  const iv = sealed.subarray(1, 1 + ivBytes)
  const tag = sealed.subarray(1 + ivBytes, 1 + ivBytes + tagBytes)
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes })
  decipher.setAAD(additionalData(place))
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(1 + ivBytes + tagBytes)), decipher.final()])
}

export const newSealingKey = (): Buffer => randomBytes(32)
