import { useEffect } from 'react'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Id } from '../../shared/contract/values.ts'
import type { Role } from '../../shared/contract/who.ts'
import { onEvent } from '../lib/client.ts'
import { whenResting } from '../lib/resting.ts'
import { useMember } from '../lib/team.ts'

/** Not all desks of a hub that came back ask in one moment. */
const LONGEST_PAUSE_MS = 5_000

/**
 * While the hub is here, what Today and the main pages begin with is asked once, so that it can be read when the hub is away: after joining, each time it
 * came back, and when the desk forgot what it had kept (words were sealed, or went). After everything that somebody waits for.
 */
export function useLastingLists(longestPauseMs = LONGEST_PAUSE_MS): void {
  const member = useMember()
  const since = member?.link.kind === 'here' && member.otherVersion === null ? member.link.since : null
  const personId = member?.me.personId
  const role = member?.me.role
  useEffect(() => {
    if (since === null || personId === undefined || role === undefined) return
    return keepAsking({ personId, role }, Date.parse(since), longestPauseMs)
  }, [since, personId, role, longestPauseMs])
}

/** Until the answer is called. */
function keepAsking(me: { personId: Id; role: Role }, sinceMs: number, longestPauseMs: number): () => void {
  let giveUp = () => {}
  const askSoon = (fromMs: number) => {
    giveUp()
    let isWanted = true
    let stopResting = () => {}
    const run = async () => {
      const { askLastingQuestions } = await import('./lasting-questions.ts')
      await askLastingQuestions(me, fromMs, () => isWanted)
    }
    const pause = setTimeout(() => {
      stopResting = whenResting(() => void run().catch(() => {}))
    }, Math.random() * longestPauseMs)
    giveUp = () => {
      isWanted = false
      clearTimeout(pause)
      stopResting()
    }
  }
  const stopEvents = onEvent((event) => {
    if (takesWordsAway(event)) askSoon(Date.now())
  })
  askSoon(sinceMs)
  return () => {
    stopEvents()
    giveUp()
  }
}

const takesWordsAway = (event: EarshotEvent): boolean =>
  event.kind === 'changed' && (event.topics.includes('lifeChannel') || event.topics.includes('retention'))
