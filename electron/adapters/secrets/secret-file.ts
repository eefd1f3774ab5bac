import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { patientlySync, renamePatiently } from '../../patiently.ts'
import { readIfFile } from '../../read-if-file.ts'
import type { KeyStore } from './key-store.ts'

const KeptSecret = z.object({ isEncrypted: z.boolean(), value: z.string() })

/** One secret in a file that only this account may read, encrypted where the system keeps keys. */
export interface SecretFile {
  /** Whole, or as it was before: also over a kill. */
  keep(secret: string): void
  /** Null: there is none, or this shell cannot read what another one encrypted. */
  read(): string | null
  isEncrypted(): boolean
  forget(): void
}

export function secretFile(path: string, keyStore: KeyStore | undefined): SecretFile {
  const kept = () => KeptSecret.safeParse(jsonOf(readIfFile(path))).data ?? null
  const sealed = (secret: string): z.infer<typeof KeptSecret> => {
    if (keyStore?.isAvailable() !== true) return { isEncrypted: false, value: secret }
    return { isEncrypted: true, value: keyStore.encrypt(secret).toString('base64') }
  }
  return {
    keep: (secret) => writeWhole(path, JSON.stringify(sealed(secret))),
    read: () => {
      const found = kept()
      if (found === null || !found.isEncrypted) return found?.value ?? null
      try {
        return keyStore?.decrypt(Buffer.from(found.value, 'base64')) ?? null
      } catch {
        // Of another account or machine: the folder was carried here.
        return null
      }
    },
    isEncrypted: () => kept()?.isEncrypted ?? false,
    forget: () => {
      for (const each of [path, newOf(path)]) patientlySync(() => rmSync(each, { force: true }))
    },
  }
}

const newOf = (path: string) => `${path}.new`

/** Under another name, on the disk, then in its place. */
export function writeWhole(path: string, text: string): void {
  rmSync(newOf(path), { force: true })
  const file = openSync(newOf(path), 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renamePatiently(newOf(path), path)
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
