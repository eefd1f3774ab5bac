import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeBroughtTables } from '../../electron/storage/team/brought.ts'
import { makeMirrorTables } from '../../electron/storage/team/mirror.ts'
import { bringBack, leaveToBringBack } from '../../electron/team/bring-back.ts'
import { someoneListening } from './listening.ts'
import { anOpenRoom } from './seats.ts'

/** The database a desk held alone, and the one in which it worked for a hub; `leaves` puts what is in the latter into the folder of the hub. */
export async function aLeavingDesk() {
  const alone = await anOpenRoom()
  const member = await someoneListening()
  const memberFolder = join(alone.parts.dataFolder, 'team', 'hub')
  mkdirSync(memberFolder, { recursive: true })
  makeBroughtTables(member.db)
  makeMirrorTables(member.db)
  const leaves = async (): Promise<void> => {
    await member.sessions.end({ sessionId: member.session.id }, member.asker)
    member.db.prepare('VACUUM INTO ?').run(join(memberFolder, 'earshot.db'))
    leaveToBringBack(memberFolder)
  }
  const brings = () => bringBack({ ...alone.parts, emit: alone.parts.emit })
  return {
    alone,
    member,
    memberFolder,
    leaves,
    brings,
    comesHome: async (): Promise<void> => {
      await leaves()
      await brings().done
    },
    /** As a member it noted in the same file once more. */
    comesHomeAgain: (): Promise<void> => {
      leaveToBringBack(memberFolder)
      return brings().done
    },
    close: async (): Promise<void> => {
      await member.close()
      await alone.close()
    },
  }
}
