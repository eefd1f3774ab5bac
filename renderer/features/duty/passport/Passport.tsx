import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type {
  Credit,
  DutyRecord,
  DutyRules,
  Passport as PassportOfYear,
} from '../../../../shared/contract/duty/passports.ts'
import { owedIn } from '../../../../shared/domain/duty/duties.ts'
import { isFulfilled, missingOf } from '../../../../shared/domain/duty/duty-kinds.ts'
import { dateName, dayName, timeOfDay } from '../../../lib/formats.ts'
import { heardPlace } from '../../../lib/heard-place.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useShown } from '../../../lib/use-shown.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { creditWords } from './credit-words.ts'
import { DutyMarks } from './DutyMarks.tsx'
import styles from './Passport.module.css'

export interface PassportProps {
  passport: PassportOfYear
  /** Null: whoever looks may not take records out. */
  onRemove: ((record: DutyRecord) => void) | null
}

/** One person's year: what is done and owed, and what each session and record comes to. */
export function Passport({ passport, onRemove }: PassportProps) {
  const { t } = useTranslation('duty')
  const place = usePlace()
  const { owed, done, credits, rules, joinedOn, daysLeft, year } = passport
  useShown({ record: credits.map(({ id }) => id) })
  const isNothingOwed = isFulfilled(owed)
  const joined = joinedOn?.startsWith(`${year}-`) ? joinedOn : null
  const isTooLate = joined !== null && isFulfilled(owedIn(year, rules, joined))
  return (
    <div className={styles.passport}>
      <div className={styles.summary}>
        {isTooLate ? null : isNothingOwed ? (
          <p className={styles.words}>{t('passport.nothingOwed')}</p>
        ) : (
          <DutyMarks {...{ owed, done }} />
        )}
        {joined === null ? null : (
          <p className={styles.words}>
            {t(isTooLate ? 'passport.joinedLate' : 'passport.joined', { day: dateName(joined, place) })}
          </p>
        )}
        <p className={styles.words}>
          {isNothingOwed || isFulfilled(missingOf(owed, done)) || daysLeft === 0
            ? null
            : `${t('card.left', { count: daysLeft })} · `}
          {creditWords(t, rules)}
        </p>
      </div>
      {credits.length === 0 ? (
        <EmptyState title={t('passport.none')} hint={t('passport.noneHint')} />
      ) : (
        <ol>
          {credits.toReversed().map((credit) => (
            <CreditLine key={credit.id} credit={credit} rules={rules} onRemove={onRemove} />
          ))}
        </ol>
      )}
    </div>
  )
}

function CreditLine({
  credit,
  rules,
  onRemove,
}: { credit: Credit; rules: DutyRules } & Pick<PassportProps, 'onRemove'>) {
  const { t } = useTranslation('duty')
  const place = usePlace()
  const { duty, date, why, session, record } = credit
  const day = dayName(date, place)
  return (
    <li className={styles.credit} data-counts={why === null || undefined}>
      <span className={styles.day}>{day}</span>
      <span className={styles.what}>
        {t(`kind.${duty}`)}
        {record?.tripKind ? ` · ${t(`trip.${record.tripKind}`)}` : null}
        {record === null || record.place === '' ? null : ` · ${record.place}`}
        {session === null ? null : session.isAnothers ? (
          <span className={styles.session}>{heardAt(session)}</span>
        ) : (
          <Link to={`/sessions/${credit.id}`} className={styles.session}>
            {heardAt(session)}
          </Link>
        )}
      </span>
      <span className={styles.state}>
        {why === null ? <Badge tone="praise">{t('passport.counts')}</Badge> : null}
        {record === null || onRemove === null ? null : (
          <IconButton
            size="small"
            icon={<Trash2 />}
            label={t('passport.remove', { day })}
            onClick={() => onRemove(record)}
          />
        )}
      </span>
      <span className={styles.more}>
        {session === null || session.isAnothers
          ? record?.evidence
          : `${t('passport.minutes', { count: Math.floor(session.heardMs / 60_000) })} · ${t('passport.notes', { count: session.noteCount })}`}
        {why === null ? null : <strong className={styles.why}>{whyNot()}</strong>}
        {record?.writtenByName ? ` · ${t('passport.by', { name: record.writtenByName })}` : null}
      </span>
    </li>
  )

  /** By the clock of the room it was in, and which that is where it is not the house's. */
  function heardAt({ startedAt, timeZone }: NonNullable<Credit['session']>): string {
    const { there, clock } = heardPlace(place, startedAt, timeZone)
    return `${timeOfDay(startedAt, there)}${clock}`
  }

  function whyNot(): string {
    const purpose = duty === 'answer' ? 'answer' : 'listen'
    if (why === 'stand_in' && session !== null && session.satInBy !== null)
      return t('passport.why.sat_in', { name: session.satInBy })
    // What is written by hand has a day and no hours.
    if (why === 'same_again' && session === null) return t('passport.why.same_day')
    const facts = {
      name: session?.standsInFor ?? '',
      minutes: rules.leastMinutes[purpose],
      number: rules.leastNotes[purpose],
    }
    return why === null ? '' : t(`passport.why.${why}`, facts)
  }
}
