import { mkdirSync } from 'node:fs'
import { prepareDataFolder } from '../data-folder.ts'
import type { OwnDoor } from '../door.ts'
import { heldAloneIn } from '../team/bring-along/held-file.ts'
import { bringBack } from '../team/bring-back.ts'
import type { MemberParts, MemberSide } from '../team/member-side.ts'
import { folderOf, type Membership } from '../team/membership.ts'
import { type FolderParts, type OpenFolder, openFolder } from './open-folder.ts'

/** Where the desk works: the folder that is open, and the hub it belongs to. */
export interface Workplace {
  readonly folder: OpenFolder
  /** Null: the desk is alone. */
  readonly member: MemberSide | null
  close(): Promise<void>
}

export interface WorkplaceParts extends Omit<FolderParts, 'prepare' | 'accompany' | 'exportTruth' | 'isCutOff'> {
  /** The desk's own door, for whoever sits here. */
  readonly here: OwnDoor
  readonly pace: MemberParts['pace']
}

/** A desk alone, which gets back what it heard as a member of a hub that it left. */
export async function workplaceAlone(parts: WorkplaceParts): Promise<Workplace> {
  const { dataFolder, log, emit } = parts
  const folder = await openFolder({ ...parts, accompany: (db) => bringBack({ dataFolder, db, log, emit }) })
  return { folder, member: null, close: folder.close }
}

/** A member's: in a folder of its own for the hub, which is tried at once. Code that a desk alone never needs is read only now. */
export async function workplaceOfMember(
  parts: WorkplaceParts,
  membership: Membership,
  token: Pick<MemberParts, 'token' | 'isTokenEncrypted'>,
  changed: (membership: Membership) => void,
): Promise<Workplace> {
  const dataFolder = folderOf(parts.dataFolder, membership)
  const { openMemberSide } = await import('../team/member-side.ts')
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const fault = prepareDataFolder(dataFolder)
  if (fault !== null) throw Object.assign(new Error(fault), { code: fault === 'folder_full' ? 'ENOSPC' : 'EACCES' })
  const member = openMemberSide({
    ...{ ...parts, ...token, dataFolder, membership, changed },
    held: heldAloneIn(parts.dataFolder),
  })
  try {
    const { prepare, accompany, exportTruth, isCutOff, clock } = member
    const folder = await openFolder({ ...parts, dataFolder, clock, prepare, accompany, exportTruth, isCutOff })
    const close = async () => {
      await member.end()
      await folder.close()
      member.close()
    }
    return { folder, member, close }
  } catch (error) {
    await member.end()
    member.close()
    throw error
  }
}
