import { z } from 'zod'
import type { ListedSession } from '../../shared/contract/listening/sessions.ts'
import type { LooseAnswer, OwnDoor } from '../door.ts'
import type { Named } from '../storage/team/heard-here.ts'

const Page = z.object({ limit: z.number(), offset: z.number().default(0) })
interface Listed {
  readonly sessions: readonly z.infer<typeof ListedSession>[]
  readonly total: number
}

/**
 * The hub's page of sessions with those of this desk that it does not have yet, or not as they are: they are the newest, and whoever sits here
 * looks for them. On later pages nothing is known of them.
 */
export async function withSessionsOfHere(
  { here, isHere }: { readonly here: OwnDoor; isHere(named: Named): boolean },
  input: unknown,
  answer: LooseAnswer,
): Promise<LooseAnswer> {
  const page = Page.safeParse(input)
  if (!answer.ok || !page.success || page.data.offset > 0) return answer
  const ofHere = await here('sessions.list', input)
  if (!ofHere.ok) return answer
  const hubs = answer.value as Listed
  const own = (ofHere.value as Listed).sessions.filter(({ id }) => isHere({ sessionId: id }))
  const known = new Set(hubs.sessions.map(({ id }) => id))
  const ownIds = new Set(own.map(({ id }) => id))
  const sessions = [...own, ...hubs.sessions.filter(({ id }) => !ownIds.has(id))]
    .sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1))
    .slice(0, page.data.limit)
  return { ...answer, value: { sessions, total: hubs.total + own.filter(({ id }) => !known.has(id)).length } }
}
