import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Id } from '../../../../shared/contract/values.ts'
import { isFulfilled, missingOf } from '../../../../shared/domain/duty/duty-kinds.ts'
import { dateIn, dateOf } from '../../../lib/formats.ts'
import { instantNow, useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useShown } from '../../../lib/use-shown.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { passportOf } from '../duty.queries.ts'
import { DutyMarks } from './DutyMarks.tsx'
import styles from './MyDuty.module.css'
import { owesSeat } from './owes-seat.ts'

/** On the page of the day: what is done of this year's duties, what is left, and until when. Nothing for whoever owes none. `seats`: where there are some, as long as an hour at one is owed. */
export function MyDuty({ me, seats }: { me: Id; seats: ReactNode }) {
  const { t } = useTranslation('duty')
  const place = usePlace()
  const today = dateIn(useNow(60_000), place.timeZone)
  const { data: passport, isPending } = useQuery(passportOf(me, Number(today.slice(0, 4))))
  const hasCard = passport !== undefined && !isFulfilled(passport.owed)
  useShown({ record: hasCard ? passport.credits.map(({ id }) => id) : [] })
  // Nearly everybody owes something: its room is kept while it is read, so that what stands below stays where it is.
  if (isPending)
    return (
      <Panel title={t('card.title')}>
        <div className={styles.card} data-waiting />
      </Panel>
    )
  if (!hasCard) return null
  const { owed, done, daysLeft, remindedAt } = passport
  const missing = missingOf(owed, done)
  const isDone = isFulfilled(missing)
  const isSeatOwed = owesSeat(passport)
  const remindedOn = remindedAt === null || isDone ? null : dateOf(remindedAt, place, instantNow())
  return (
    <Panel title={t('card.title')} actions={<Link to="/duty">{t('card.open')}</Link>}>
      <div className={styles.card}>
        <DutyMarks owed={owed} done={done} />
        <p className={styles.words}>
          <span>{isDone ? t('card.fulfilled') : t('card.left', { count: daysLeft })}</span>
          {isSeatOwed ? <Link to="/seats">{t('card.book')}</Link> : null}
        </p>
        {isSeatOwed ? seats : null}
        {remindedOn === null ? null : <p className={styles.reminded}>{t('card.reminded', { day: remindedOn })}</p>}
      </div>
    </Panel>
  )
}
