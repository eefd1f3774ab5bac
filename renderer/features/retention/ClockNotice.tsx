import { useTranslation } from 'react-i18next'
import type { ClockWait } from '../../../shared/contract/retention/retention.ts'
import { fullDateName } from '../../lib/formats.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useMember } from '../../lib/team.ts'
import styles from './Retention.module.css'

/** Why nothing goes as yet, and what to do about it: of the hub's clock, and of the one here. Alone both are the same. */
export function ClockNotice({ atHub, here }: { atHub: ClockWait | null; here: ClockWait | null }) {
  const isMember = useMember() !== null
  return (
    <>
      {isMember && atHub !== null ? <Waits where="atHub" {...atHub} /> : null}
      {here === null ? null : <Waits where={isMember ? 'ofMember' : 'here'} {...here} />}
    </>
  )
}

function Waits({ where, before, since, daysLeft }: ClockWait & { where: 'here' | 'atHub' | 'ofMember' }) {
  const { t } = useTranslation('retention')
  const { language } = usePlace()
  const day = (date: string) => fullDateName(date, language)
  const why = since > before ? 'ahead' : 'back'
  return (
    <section className={styles.notice} role="status">
      <h3>{t(`waits.${where}`)}</h3>
      <p>{t(`waits.${why}`, { before: day(before), since: day(since) })}</p>
      <p>{t('waits.until', { count: daysLeft })}</p>
    </section>
  )
}
