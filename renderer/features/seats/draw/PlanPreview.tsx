import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DrawPlan } from '../../../../shared/contract/seats/draws.ts'
import { isDoorRefusal } from '../../../lib/answers.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dayTime } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import { RefusalNote } from '../booking/RefusalNote.tsx'
import { drawRefusalWords } from './draw-words.ts'
import { drawPreview } from './draws.queries.ts'
import styles from './PlanPreview.module.css'

/** What the plan would offer as it stands, and how many managers still owe; or why it offers nothing. */
export function PlanPreview({ plan }: { plan: DrawPlan | null }) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const query = useQuery({ ...drawPreview(plan), enabled: plan !== null })
  const answer = query.data
  if (plan === null) return <QuietLine>{t('opening.incomplete')}</QuietLine>
  if (query.isError) return <FailedState {...failureOf(query.error)} onRetry={() => void query.refetch()} />
  if (answer === undefined || answer === null) return <LoadingState />
  if (!answer.ok)
    return isDoorRefusal(answer) ? (
      <FailedState {...failureOf(answer)} onRetry={() => void query.refetch()} />
    ) : (
      <RefusalNote words={drawRefusalWords(answer, t, place)} />
    )
  const { slotCount, placeCount, leftOut, owingCount, firstStartsAt } = answer.value
  return (
    <section
      className={styles.preview}
      aria-label={t('opening.preview')}
      data-waits={query.isPlaceholderData || undefined}
    >
      <p className={styles.head}>{t('opening.preview')}</p>
      <dl className={styles.facts}>
        <dt>{t('opening.places')}</dt>
        <dd>
          {t('opening.placesOf', { slots: slotCount, places: placeCount })}
          {leftOut === 0 ? null : <span className={styles.aside}>{t('opening.leftOut', { count: leftOut })}</span>}
        </dd>
        <dt>{t('opening.owing')}</dt>
        <dd>{t('opening.owingCount', { count: owingCount })}</dd>
        <dt>{t('opening.first')}</dt>
        <dd>
          <Whole words={dayTime(firstStartsAt, place, instantNow())} />
        </dd>
      </dl>
    </section>
  )
}
