import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { SecretFile } from '../../adapters/secrets/secret-file.ts'

/** Encrypts what is sealed, where the system keeps keys. */
export interface Sealer {
  /** As it goes into the database. */
  seal(text: string): { isEncrypted: 0 | 1; payload: string }
  /** Null: another machine or account sealed it. */
  open(sealed: { readonly isEncrypted: number; readonly payload: string }): string | null
  /** A key is at hand from now on; false: this system keeps none that hides anything. */
  ready(): Promise<boolean>
}

/** A hub's database, a console in a browser: what is sealed lies in its own table, which nothing else reads. */
export const plainSealer: Sealer = {
  seal: (payload) => ({ isEncrypted: 0, payload }),
  open: ({ isEncrypted, payload }) => (isEncrypted === 0 ? payload : null),
  ready: async () => false,
}

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/** The key lies in a file of its own, encrypted by the system; what is sealed before it was read is encrypted afterwards. */
export function keyedSealer(file: SecretFile): Sealer {
  let key: Buffer | null = null
  return {
    seal: (text) => {
      if (key === null) return plainSealer.seal(text)
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(CIPHER, key, iv)
      const bytes = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return { isEncrypted: 1, payload: bytes.toString('base64') }
    },
    open: (sealed) => {
      if (sealed.isEncrypted === 0) return sealed.payload
      return key === null ? null : opened(Buffer.from(sealed.payload, 'base64'), key)
    },
    ready: async () => {
      const known = await file.read()
      if (known !== null) key = file.isEncrypted() ? Buffer.from(known, 'base64') : null
      // One that this account cannot read is left as it is: what it sealed may still be read elsewhere.
      else if (!file.isEncrypted()) {
        const made = randomBytes(32)
        await file.keep(made.toString('base64'))
        // Where the system keeps no keys the file would lie beside what it opens, and hide nothing.
        if (file.isEncrypted()) key = made
        else file.forget()
      }
      return key !== null
    },
  }
}

function opened(bytes: Buffer, key: Buffer): string | null {
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES))
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
    return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}
