import type { ParsedInput } from '../../shared/contract/entry.ts'
import type { Service } from '../../shared/contract/services.ts'
import type { TeamStatus, team } from '../../shared/contract/team/team.ts'
import { joiningMends } from '../../shared/domain/team/joining-mends.ts'
import { accept, refuse } from '../services/refuse.ts'
import { readAddress } from './address.ts'
import type { HubSaid } from './ask-hub.ts'
import { type LoginParts, loginCalls, whyUnreached } from './login-service.ts'
import type { MemberSide } from './member-side.ts'
import type { Membership } from './membership.ts'
import type { Joined } from './wire.ts'

export interface TeamParts extends Omit<LoginParts, 'hindrance' | 'enter' | 'inTurn' | 'trustedAt'> {
  /** The address of the hub that this desk left last. */
  leftAddress(): string | null
  /** Null: the desk is alone. */
  member(): MemberSide | null
  isListening(): boolean
  /** A desk alone becomes a member, works in that hub's folder from then on, and has never been half of it. */
  becomeMember(membership: Membership, token: string): Promise<void>
  /** Another token for a hub it belongs to already. */
  renew(membership: Membership, token: string): Promise<void>
  becomeAlone(): Promise<void>
}

/** So long whoever tries by hand waits for a hub that says nothing; the try goes on. */
const LONGEST_TRY_MS = 4_000

/** Needs no database: whoever cannot open theirs may still want to leave, or to know. */
export function teamService(parts: TeamParts): Service<'team'> {
  const status = () => {
    const member = parts.member()
    if (member !== null) return accept<TeamStatus>(member.status())
    const leftAddress = parts.leftAddress()
    return accept<TeamStatus>({ kind: 'alone', ...(leftAddress !== null && { leftAddress }) })
  }
  /** One after the other: two windows may ask at once. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }

  const hindrance = () => {
    const member = parts.member()
    if (member !== null) return joiningMends(member.status().link) ? null : alreadyMember(member)
    return parts.isListening() ? refuse('listening') : null
  }

  /** A person compared it just now, or when this desk joined that very hub. */
  const trustedAt = (address: URL, accepted: string | undefined): string | null => {
    const known = parts.member()?.membership()
    return accepted ?? (known?.hub.address === address.href ? known.fingerprint : null)
  }

  async function enter({ hub, deskId, me, token }: Joined, address: URL, fingerprint: string | null) {
    const membership = { hub: { ...hub, address: address.href }, fingerprint, deskId, me }
    const member = parts.member()
    if (member !== null) {
      if (member.membership().hub.id !== hub.id) return alreadyMember(member)
      await parts.renew(membership, token)
      return null
    }
    // Asking took a while.
    if (parts.isListening()) return refuse('listening')
    await parts.becomeMember(membership, token)
    const begun = parts.member()
    if (begun !== null) await tried(begun)
    return null
  }

  async function join(wish: ParsedInput<typeof team.join>) {
    const refused = hindrance()
    if (refused !== null) return refused
    const address = await readAddress(wish.address)
    if (typeof address === 'string') return refuse(address)
    const { code, deskName } = wish
    const fingerprint = trustedAt(address, wish.acceptFingerprint)
    const name = wish.name === undefined || wish.name === '' ? {} : { name: wish.name }
    const asked = { code, deskName, ...name, appVersion: parts.appVersion }
    const { askToJoin } = await import('./ask-to-join.ts')
    const answer = await askToJoin(address, fingerprint, asked)
    if (!answer.ok) {
      const { code: why } = answer
      return why === 'certificate' || why === 'no_answer' || why === 'not_a_hub'
        ? whyUnreached(answer as Extract<HubSaid, { ok: false }>, address)
        : refuse(why)
    }
    return (await enter(answer.joined, address, fingerprint)) ?? status()
  }

  async function leave({ withWaiting }: ParsedInput<typeof team.leave>) {
    const member = parts.member()
    if (member === null) return refuse('not_member')
    if (parts.isListening()) return refuse('listening')
    const waiting = member.waiting()
    if (waiting.rows > 0 && !withWaiting) return { ok: false, code: 'waiting', detail: waiting } as const
    // From here on nothing of this desk goes to the hub any more.
    const isRevoked = await member.takeLeave()
    await parts.becomeAlone()
    return accept({ status: status().value, isRevoked })
  }

  async function tryNow({ acceptFingerprint }: ParsedInput<typeof team.tryNow>) {
    const member = parts.member()
    if (member === null) return status()
    const membership = member.membership()
    const change =
      acceptFingerprint === undefined ? {} : { membership: { ...membership, fingerprint: acceptFingerprint } }
    await tried(member, change)
    return status()
  }

  return {
    ...loginCalls({ ...parts, hindrance, enter, inTurn, trustedAt }),
    status,
    join: (wish) => inTurn(() => join(wish)),
    leave: (wish) => inTurn(() => leave(wish)),
    lost: () => accept(parts.member()?.lost() ?? []),
    bringLostBack: async ({ bookingId }) => {
      const back = (await parts.member()?.bringLostBack(bookingId)) ?? 'not_lost'
      return typeof back === 'string' ? refuse(back) : accept(back)
    },
    putLostAway: ({ ids }) => {
      parts.member()?.putLostAway(ids)
      return accept({})
    },
    tellLostAgain: ({ ids }) => {
      parts.member()?.tellLostAgain(ids)
      return accept({})
    },
    waiting: () => accept(parts.member()?.sessions() ?? []),
    tryNow,
  }
}

/** Until the try is over, or a moment has passed: then it goes on. */
async function tried(member: MemberSide, change: Parameters<MemberSide['tryNow']>[0] = {}): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const impatience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_TRY_MS)
  })
  await Promise.race([member.tryNow(change), impatience])
  clearTimeout(timer)
}

const alreadyMember = (member: MemberSide) =>
  ({ ok: false, code: 'already_member', detail: { hubName: member.membership().hub.name } }) as const
