import { useEffect } from 'react'
import type { Topic } from '../../shared/contract/entry.ts'
import { onEvent } from '../lib/client.ts'
import { isCountedInSessions } from '../lib/query-client.ts'
import { whenResting } from '../lib/resting.ts'
import { useMember } from '../lib/team.ts'
import type { Me, OldestOf } from './lasting-questions.ts'

/** Not all desks of a hub that came back ask in one moment. */
const LONGEST_PAUSE_MS = 5_000

/** So long what changed may be older in the desk's keeping than at the hub, where nobody looks at it: two hundred desks hear of each change. */
const LONGEST_LAG_MS = 300_000

/**
 * While the hub is here, what Today and the main pages begin with is asked now and then, so that it can be read when the hub is away: all of it after
 * joining, each time it came back, and when the desk forgot what it had kept (words were sealed, or went); what changed, some minutes later. After
 * everything that somebody waits for.
 */
export function useLastingLists(longestPauseMs = LONGEST_PAUSE_MS, longestLagMs = LONGEST_LAG_MS): void {
  const member = useMember()
  const since = member?.link.kind === 'here' && member.otherVersion === null ? member.link.since : null
  const personId = member?.me.personId
  const role = member?.me.role
  useEffect(() => {
    if (since === null || personId === undefined || role === undefined) return
    return keepAsking({ personId, role }, Date.parse(since), { longestPauseMs, longestLagMs })
  }, [since, personId, role, longestPauseMs, longestLagMs])
}

interface Pauses {
  readonly longestPauseMs: number
  readonly longestLagMs: number
}

/** Until the answer is called. */
function keepAsking(me: Me, sinceMs: number, { longestPauseMs, longestLagMs }: Pauses): () => void {
  const everything = askingOf(me)
  const askSoon = (fromMs: number) => everything.ask(Math.random() * longestPauseMs, () => () => fromMs)
  const whatChanged = askingOf(me)
  /** Since when something of a topic is told that changed; asked for at the next turn. */
  const told = new Map<Topic, number>()
  const takeTold: () => OldestOf = () => {
    const taken = new Map(told)
    told.clear()
    return (topic) => taken.get(topic) ?? null
  }
  const stopEvents = onEvent((event) => {
    if (event.kind !== 'changed') return
    if (takesWordsAway(event.topics)) askSoon(Date.now())
    // The first of them says when: who hears of changes all day would else never ask.
    if (told.size === 0) whatChanged.ask(longestLagMs * (1 - Math.random() / 2), takeTold)
    for (const topic of event.topics) told.set(topic, Date.now())
    if (event.topics.some(isCountedInSessions)) told.set('sessions', Date.now())
  })
  askSoon(sinceMs)
  return () => {
    stopEvents()
    everything.giveUp()
    whatChanged.giveUp()
  }
}

/** Asks once a pause is over and the hands rest; asked again before, only then. What has begun goes on until it is given up. */
function askingOf(me: Me) {
  let isGivenUp = false
  let stopWaiting = () => {}
  const ask = (pauseMs: number, take: () => OldestOf) => {
    stopWaiting()
    const run = async () => {
      const { askLastingQuestions } = await import('./lasting-questions.ts')
      await askLastingQuestions(me, take(), () => !isGivenUp)
    }
    const pause = setTimeout(() => {
      stopWaiting = whenResting(() => void run().catch(() => {}))
    }, pauseMs)
    stopWaiting = () => clearTimeout(pause)
  }
  const giveUp = () => {
    isGivenUp = true
    stopWaiting()
  }
  return { ask, giveUp }
}

const takesWordsAway = (topics: readonly Topic[]): boolean =>
  topics.includes('lifeChannel') || topics.includes('retention')
