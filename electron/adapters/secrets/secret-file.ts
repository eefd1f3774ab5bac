import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { patientlySync, renamePatiently } from '../../patiently.ts'
import { readIfFile } from '../../read-if-file.ts'
import type { KeyStore } from './key-store.ts'

const KeptSecret = z.object({ isEncrypted: z.boolean(), value: z.string() })

/** One secret in a file that only this account may read, encrypted where the system keeps keys. */
export interface SecretFile {
  /** Whole, or as it was before: also over a kill. */
  keep(secret: string): Promise<void>
  /** Null: there is none, or this shell cannot read what another one encrypted. */
  read(): Promise<string | null>
  isEncrypted(): boolean
  forget(): void
}

export function secretFile(path: string, keyStore: KeyStore | undefined): SecretFile {
  const kept = () => KeptSecret.safeParse(jsonOf(readIfFile(path))).data ?? null
  const sealed = async (secret: string): Promise<z.infer<typeof KeptSecret>> => {
    if (keyStore === undefined || !(await keyStore.isAvailable())) return { isEncrypted: false, value: secret }
    return { isEncrypted: true, value: (await keyStore.encrypt(secret)).toString('base64') }
  }
  return {
    keep: async (secret) => writeWhole(path, JSON.stringify(await sealed(secret))),
    read: async () => {
      const found = kept()
      if (found === null || !found.isEncrypted) return found?.value ?? null
      try {
        return (await keyStore?.decrypt(Buffer.from(found.value, 'base64'))) ?? null
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

/** Where it is written before it takes its place. */
export const newOf = (path: string): string => `${path}.new`

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
