import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Fingerprint } from '../../shared/contract/team/team.ts'
import { Id } from '../../shared/contract/values.ts'
import { Role } from '../../shared/contract/who.ts'
import type { KeyStore } from '../adapters/secrets/key-store.ts'
import { newOf, type SecretFile, secretFile, writeWhole } from '../adapters/secrets/secret-file.ts'
import { patientlySync } from '../patiently.ts'
import { readIfFile } from '../read-if-file.ts'
import { isTaken, setAside } from '../set-aside.ts'

/** To which hub this desk belongs, and as whom. No secret: the token lies in a file of its own. */
export const Membership = z.object({
  hub: z.object({ id: Id, name: z.string(), address: z.url() }),
  /** The certificate that a person said is the hub's; null: the system vouches for it. */
  fingerprint: Fingerprint.nullable(),
  deskId: Id,
  /** As the hub last said. */
  me: z.object({ personId: Id, name: z.string(), role: Role }),
})
export type Membership = z.infer<typeof Membership>

/** What a data folder says of it. A desk is a member from the moment `team.json` is in its place until it is gone; nothing lies between. */
export interface MembershipFile {
  /** Null: the desk is alone. */
  read(): Membership | null
  save(membership: Membership): void
  /** What it said stays readable as `left`. */
  remove(): void
  /** Of the hub that was left last; null: none was, or it cannot be read. */
  left(): Membership | null
  readonly token: SecretFile
}

export function membershipFile(dataFolder: string, keyStore: KeyStore | undefined): MembershipFile {
  const path = join(dataFolder, 'team.json')
  const pathOfLeft = join(dataFolder, 'team-left.json')
  const token = secretFile(join(dataFolder, 'team.token'), keyStore)
  return {
    read: () => {
      if (!isTaken(path)) {
        // Of a desk that was killed while it joined or left: a token opens a hub as long as nobody revokes it.
        token.forget()
        rmSync(newOf(path), { force: true })
        return null
      }
      const read = Membership.safeParse(jsonOf(readIfFile(path)))
      // Whatever stands there is kept for whoever can read it; without it the desk is alone, as it was before it joined.
      if (!read.success) setAside(path)
      return read.data ?? null
    },
    save: (membership) => writeWhole(path, JSON.stringify(membership, null, 2)),
    remove: () => {
      if (isTaken(path)) patientlySync(() => renameSync(path, pathOfLeft))
    },
    left: () => Membership.safeParse(jsonOf(readIfFile(pathOfLeft))).data ?? null,
    token,
  }
}

/** Where a member works: a folder of its own for each hub. */
export const folderOf = (dataFolder: string, { hub }: Pick<Membership, 'hub'>): string =>
  join(dataFolder, 'team', hub.id)

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}
