import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CallerFacts } from '../../features/life-channel/card/card-store.ts'
import { earlierCalls } from '../../features/listening/desk/desk.queries.ts'
import { callsOfSession, currentSession } from '../../lib/common-queries.ts'
import { dateOf } from '../../lib/formats.ts'
import { heardPlace } from '../../lib/heard-place.ts'
import { instantNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'

/**
 * What the window knows of the caller besides this call: whether somebody elderly speaks, and how often they called before under the same reference. Nobody is asked while somebody is in
 * danger; calls that are sealed are in no answer.
 */
export function KnownCaller({ callId, reference, isSilver = false }: CallerFacts) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const sessionId = useQuery({ ...currentSession, enabled: false }).data?.id ?? ''
  const calls = useQuery({ ...callsOfSession(sessionId), enabled: false }).data ?? []
  // It may have been written down since the card opened.
  const now = calls.find(({ id }) => id === callId)?.reference ?? reference ?? ''
  const earlier = useQuery({ ...earlierCalls(now, callId ?? ''), enabled: false }).data
  const last = earlier?.calls[0]
  const told = [
    isSilver ? t('facts.silver') : null,
    earlier === undefined || last === undefined ? null : t('facts.earlier', { count: earlier.total, day: dayOf(last) }),
  ].filter((each) => each !== null)
  return told.length === 0 ? null : <p>{told.join(' · ')}</p>

  function dayOf({ startedAt, heardZone }: NonNullable<typeof last>): string {
    const { there, clock } = heardPlace(place, startedAt, heardZone)
    return dateOf(startedAt, there, instantNow()) + clock
  }
}
