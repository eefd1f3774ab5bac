import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { watchClockJumps } from '../../../lib/clock-jumps.ts'
import { dateIn, roughly, timeOn } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { sentences } from '../../../lib/sentences.ts'
import { type Member, teamStatus } from '../../../lib/team.ts'
import { notifySuccess } from '../../../ui/notices.ts'
import { PageBar, PageBarAct, PageBarLine } from '../../../ui/PageBar.tsx'
import { countsWords } from '../counts-words.ts'
import { lostChanges, troublesElsewhere } from '../team.queries.ts'
import { openWaiting } from '../waiting/waiting-store.ts'
import { whyRefused } from '../why-refused.ts'
import { followUp, type Waited } from './went-up.ts'

const CLOCK_LOOK_MS = 10_000

/** One calm line while the hub is away or will not have this desk; nothing while all is well, or for a desk alone. */
export function TeamBar() {
  const { t } = useTranslation('team')
  // Nobody tells of a clock that was set, wrong or right.
  const status = useQuery({
    ...teamStatus,
    refetchInterval: ({ state: { data } }) => data?.kind === 'member' && data.clockAheadMs !== 0 && CLOCK_LOOK_MS,
  }).data
  useEffect(() => watchClockJumps(() => void queryClient.invalidateQueries(teamStatus)), [])
  const waited = useRef<Waited>(null)
  useEffect(() => {
    if (status === undefined) return
    const next = followUp(waited.current, status)
    waited.current = next.waited
    const { wentUp } = next
    if (wentUp !== null) notifySuccess(() => textsOf('team')('wentUp.title'), { hint: () => countsWords(wentUp) })
  }, [status])
  const enabled = status?.kind === 'member'
  const lost = useQuery({ ...lostChanges, enabled }).data?.length ?? 0
  const elsewhere = useQuery({ ...troublesElsewhere, enabled }).data ?? []
  const others = elsewhere.reduce((sofar, one) => sofar + one.lost.length + one.stuck.length, 0)
  const isWell = status?.kind !== 'member' || (whatIsAmiss(status) === null && lost + others === 0)
  return (
    <PageBar label={t('bar.label')}>
      {isWell ? null : whatIsAmiss(status) === null ? <Lost count={lost} others={others} /> : <Bar member={status} />}
    </PageBar>
  )
}

/** The hub was put back from an older copy; or what whoever sits here did at other desks is not there. */
function Lost({ count, others }: { count: number; others: number }) {
  const { t } = useTranslation('team')
  const navigate = useNavigate()
  const [here, elsewhere] = [t('lost.bar', { count }), t('lost.elsewhere.bar', { count: others })]
  const words = count === 0 ? elsewhere : others === 0 ? here : sentences(here, elsewhere)
  return (
    <PageBarLine words={words}>
      <PageBarAct isLast onPress={() => void navigate('/settings?section=team')}>
        {t('lost.barAct')}
      </PageBarAct>
    </PageBarLine>
  )
}

function Bar({ member }: { member: Member }) {
  const { t } = useTranslation('team')
  const navigate = useNavigate()
  const { link, waiting } = member
  const needsHands = link.kind === 'refused'
  const isHere = link.kind === 'here' && member.otherVersion === null
  return (
    <PageBarLine words={useWords(member)} tone={needsHands ? 'risk' : 'soon'}>
      {needsHands ? (
        <PageBarAct isLast={isHere} onPress={() => void navigate('/settings?section=team')}>
          {t('bar.settings')}
        </PageBarAct>
      ) : null}
      {isHere ? null : waiting.rows === 0 ? (
        <PageBarAct isLast>{t('bar.allUp')}</PageBarAct>
      ) : (
        <PageBarAct isLast onPress={openWaiting}>
          {t('bar.waiting', { what: countsWords(waiting) })}
        </PageBarAct>
      )}
    </PageBarLine>
  )
}

/** Null: nothing that somebody should know. */
function whatIsAmiss({ link, otherVersion, clockAheadMs }: Member) {
  if (link.kind !== 'here') return link.kind
  if (otherVersion !== null) return 'other_version'
  if (clockAheadMs !== 0) return 'clock'
  return link.isBusy === true ? 'busy' : null
}

function useWords(member: Member): string {
  const { t } = useTranslation('team')
  const place = usePlace()
  const timeOf = (at: string) => timeOn(dateIn(instantNow(), place.timeZone), at, place)
  const { link, otherVersion, asOf, hasCopies, clockAheadMs } = member
  // What the greeting took on its way is no minute less.
  const by = roughly(Math.round(Math.abs(clockAheadMs) / 60_000) * 60_000, place.language)
  const clock = clockAheadMs === 0 ? '' : t(clockAheadMs > 0 ? 'bar.clockAhead' : 'bar.clockBehind', { by })
  switch (whatIsAmiss(member)) {
    case 'other_version':
      return t(otherVersion?.isDeskOlder === true ? 'bar.deskOlder' : 'bar.hubOlder')
    case 'clock':
      return clock
    case 'busy':
      return t('bar.busy')
  }
  const why =
    link.kind !== 'refused'
      ? t(link.isBusy === true ? 'bar.busyAway' : 'bar.away', { since: timeOf(link.since) })
      : t('bar.refused', { why: whyRefused(link), since: timeOf(link.since) })
  const shown = asOf === null || !hasCopies ? t('bar.never') : t('bar.asOf', { asOf: timeOf(asOf) })
  const seen = sentences(why, shown)
  return clock === '' ? seen : sentences(seen, clock)
}
