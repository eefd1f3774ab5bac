import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeriesRhythm } from '../../../../shared/contract/seats/series.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { dateIn } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { addDays } from '../../../lib/plain-dates.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { misfitWords } from './misfit-words.ts'
import { RhythmFields } from './RhythmFields.tsx'
import { SeriesDays } from './SeriesDays.tsx'
import styles from './SeriesDialog.module.css'
import { makeTogether } from './series.actions.ts'
import { seriesPreview } from './series.queries.ts'
import { type AskedSeries, askSeries, useAskedSeries } from './series-store.ts'

/** Eight weeks are proposed: a quarter is planned, and nobody knows the one after. */
const PROPOSED_DAYS = 7 * 7

interface SeriesFields {
  readonly rhythm: SeriesRhythm
  /** What was chosen against what is proposed: every day that fits, and none that does not. */
  readonly turned: readonly PlainDate[]
}

/** «Every Wednesday until …»: each day is shown, with why it would be skipped, before anything is made. */
export function SeriesDialog() {
  const { t } = useTranslation('seats')
  const asked = useAskedSeries((state) => state.asked)
  if (asked === null) return null
  return (
    <Dialog isOpen onClose={() => askSeries(null)} title={t('series.title')} width={620}>
      <Question asked={asked} />
    </Dialog>
  )
}

function Question({ asked }: { asked: AskedSeries }) {
  const { t } = useTranslation('seats')
  const { t: common } = useTranslation('common')
  const place = usePlace()
  const first = dateIn(asked.place.startsAt, place.timeZone)
  const proposed: SeriesFields = {
    rhythm: {
      weekdays: [new Date(first).getUTCDay() || 7],
      everyWeeks: 1,
      until: addDays(first, PROPOSED_DAYS),
    },
    turned: [],
  }
  const { personId: forWhom, place: begun } = asked
  const form = useLeftForm(`series ${forWhom} ${begun.seatId} ${begun.startsAt} ${begun.endsAt}`, proposed, () =>
    textsOf('seats')('series.title'),
  )
  const { rhythm, turned } = form.fields
  const [refused, setRefused] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const preview = useQuery(seriesPreview(asked, rhythm))
  const personName = useQuery(everybody).data?.find(({ id }) => id === asked.personId)?.name ?? ''
  const answer = preview.data
  const days = answer?.ok === true ? answer.value.days : []
  const chosen = days.flatMap((day) => {
    const isTaken = turned.includes(day.date) !== (day.misfit === null)
    const wanted = day.misfit === null ? day.place : day.instead
    if (!isTaken || wanted === null) return []
    const { seatId, startsAt, endsAt } = wanted
    const { personId, companionId, purpose } = asked
    return [{ date: day.date, wish: { seatId, startsAt, endsAt, personId, companionId, purpose }, wanted }]
  })

  async function make() {
    if (isSending || chosen.length === 0 || preview.isPlaceholderData) return
    setIsSending(true)
    const asking = makeTogether(
      chosen.map(({ wish }) => wish),
      true,
    )
    const said = await form.send(asking, (answer) => answer !== null && 'made' in answer)
    setIsSending(false)
    if (said === null) return
    if ('made' in said) return askSeries(null)
    setRefused(refusalText(said))
    void preview.refetch()
  }
  function refusalText(said: Exclude<Awaited<ReturnType<typeof makeTogether>>, { made: unknown } | null>): string {
    if (said.code === 'not_for_them') return t('refused.notForThem', { name: said.detail.personName })
    if (said.code === 'not_found') return t('refused.notFound')
    const { index, misfit } = said.detail
    const day = chosen[index]
    if (day === undefined) return t('refused.notFound')
    return t('series.notFree', { why: misfitWords(misfit, { ...day.wanted, personName, day: day.date }, t, place) })
  }
  useKeys('dialog', { 'dialog.confirm': () => void make() })

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <RhythmFields
        rhythm={rhythm}
        first={first}
        onChange={(next) => {
          form.change({ rhythm: next })
          setRefused(null)
        }}
      />
      {answer?.ok === false ? (
        <p className={styles.refused} role="alert">
          {answer.code === 'not_for_them' ? t('refused.notForThem', { name: personName }) : t('series.unread')}
        </p>
      ) : (
        <SeriesDays
          days={days}
          isRead={answer !== undefined}
          personName={personName}
          isTaken={(day) => turned.includes(day.date) !== (day.misfit === null)}
          onTurn={(date) => {
            const others = turned.filter((one) => one !== date)
            form.change({ turned: others.length < turned.length ? others : [...turned, date] })
            setRefused(null)
          }}
        />
      )}
      {answer?.ok === true && answer.value.hasMore ? (
        <p className={styles.more}>{t('series.hasMore', { count: days.length })}</p>
      ) : null}
      <DialogFoot>
        <p className={styles.refused} role="alert">
          {refused}
        </p>
        <Button onClick={form.cancelling(() => askSeries(null))}>{common('action.cancel')}</Button>
        <Button type="submit" tone="primary" busy={isSending} disabled={chosen.length === 0} data-autofocus>
          {t('series.make', { count: chosen.length })}
        </Button>
      </DialogFoot>
    </form>
  )
}
