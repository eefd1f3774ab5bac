import { leaveToBringBack } from '../team/bring-back.ts'
import { folderOf, type Membership, type MembershipFile } from '../team/membership.ts'
import type { TeamParts } from '../team/team-service.ts'
import { type Workplace, type WorkplaceParts, workplaceAlone, workplaceOfMember } from './workplace.ts'

/** Where this desk works; it may become another place while the console is open. */
export interface DeskPlace
  extends Pick<TeamParts, 'member' | 'isListening' | 'becomeMember' | 'renew' | 'becomeAlone'> {
  /** Null while one is exchanged for another. */
  now(): Workplace | null
  close(): Promise<void>
}

/** The top folder of a desk alone, or the folder of the hub it belongs to. */
export async function openDeskPlace(parts: WorkplaceParts, file: MembershipFile): Promise<DeskPlace> {
  const asMember = async (membership: Membership, changed = file.save) => {
    const token = { token: await file.token.read(), isTokenEncrypted: file.token.isEncrypted() }
    return workplaceOfMember(parts, membership, token, changed)
  }
  const asItIs = () => {
    const membership = file.read()
    return membership === null ? workplaceAlone(parts) : asMember(membership)
  }
  let place: Workplace | null = await asItIs()
  let exchanging: Promise<void> = Promise.resolve()

  /** One place is open at a time, under the lock of the data folder. `settle` makes it so for good; before that a kill leaves what was. */
  const exchange = (settle: () => void, open: () => Promise<Workplace>): Promise<void> => {
    const work = async () => {
      const old = place
      place = null
      await old?.close()
      settle()
      place = await open()
    }
    const done = work().catch(async (error: unknown) => {
      // Back to where it was, by what the folder says.
      place = await asItIs()
      throw error
    })
    exchanging = done.catch(() => {})
    return done
  }
  const isListening = () => place?.folder.isListening() ?? false

  return {
    now: () => place,
    member: () => place?.member ?? null,
    isListening,
    becomeMember: async (membership, token) => {
      await file.token.keep(token)
      let isMember = false
      let latest = membership
      // The hub may say something of itself before the folder is open: that alone makes nobody a member.
      const changed = (next: Membership) => {
        latest = next
        if (isMember) file.save(next)
      }
      const open = async () => {
        const opened = await asMember(membership, changed)
        try {
          file.save(latest)
          isMember = true
          return opened
        } catch (error) {
          await opened.close()
          throw error
        }
      }
      try {
        await exchange(() => {}, open)
      } catch (error) {
        file.token.forget()
        throw error
      }
    },
    renew: async (membership, token) => {
      await file.token.keep(token)
      file.save(membership)
      await place?.member?.tryNow({ membership, token, isTokenEncrypted: file.token.isEncrypted() })
    },
    becomeAlone: () => {
      const leaving = place?.member
      const settle = () => {
        if (leaving != null) leaveToBringBack(folderOf(parts.dataFolder, leaving.membership()))
        leaving?.forget()
        file.remove()
        file.token.forget()
      }
      return exchange(settle, () => workplaceAlone(parts))
    },
    close: async () => {
      await exchanging
      await place?.close()
    },
  }
}
