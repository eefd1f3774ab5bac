import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { dateIn, timeOn } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { type Member, teamStatus } from '../../../lib/team.ts'
import { notifySuccess } from '../../../ui/notices.ts'
import { countsWords } from '../counts-words.ts'
import { openWaiting } from '../waiting/waiting-store.ts'
import styles from './TeamBar.module.css'
import { followUp, type Waited } from './went-up.ts'

/** One calm line while the hub is away or will not have this desk; nothing while all is well, or for a desk alone. */
export function TeamBar() {
  const { t } = useTranslation('team')
  const status = useQuery(teamStatus).data
  const waited = useRef<Waited>(null)
  useEffect(() => {
    if (status === undefined) return
    const next = followUp(waited.current, status)
    waited.current = next.waited
    const { wentUp } = next
    if (wentUp !== null) notifySuccess(() => textsOf('team')('wentUp.title'), { hint: () => countsWords(wentUp) })
  }, [status])
  const isWell = status?.kind !== 'member' || (status.link.kind === 'here' && status.otherVersion === null)
  return (
    <div role="status" aria-label={t('bar.label')} className={styles.place}>
      {isWell ? null : <Bar member={status} />}
    </div>
  )
}

function Bar({ member }: { member: Member }) {
  const { t } = useTranslation('team')
  const navigate = useNavigate()
  const { link, waiting } = member
  const needsHands = link.kind === 'refused'
  return (
    <p className={styles.bar} data-tone={needsHands ? 'risk' : undefined}>
      <span className="ellipsis">{useWords(member)}</span>
      {needsHands ? (
        <button type="button" className={styles.act} onClick={() => void navigate('/settings?section=team')}>
          {t('bar.settings')}
        </button>
      ) : null}
      {waiting.rows === 0 ? (
        <span className={styles.quiet}>{t('bar.allUp')}</span>
      ) : (
        <button type="button" className={styles.act} onClick={openWaiting}>
          {t('bar.waiting', { what: countsWords(waiting) })}
        </button>
      )}
    </p>
  )
}

function useWords({ link, otherVersion, asOf }: Member): string {
  const { t } = useTranslation('team')
  const place = usePlace()
  const timeOf = (at: string) => timeOn(dateIn(instantNow(), place.timeZone), at, place)
  if (link.kind === 'here') return t(otherVersion?.isDeskOlder === true ? 'bar.deskOlder' : 'bar.hubOlder')
  const why =
    link.kind === 'away'
      ? t('bar.away', { since: timeOf(link.since) })
      : t('bar.refused', { why: t(`why.${link.why}`) })
  const shown = asOf === null ? t('bar.never') : t('bar.asOf', { asOf: timeOf(asOf) })
  return place.language === 'zh' ? `${why}${shown}` : `${why} ${shown}`
}
