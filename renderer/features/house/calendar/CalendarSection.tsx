import { ChevronLeft, ChevronRight, Download, FileUp, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { MovedDeadlines as Moves } from '../../../../shared/contract/house/calendar.ts'
import { datesOf } from '../../../../shared/domain/house/calendar-days.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useMay } from '../../../lib/may.ts'
import { todayIn } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { OthersChange } from '../../../ui/OthersChange.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { CalendarIntake } from './CalendarIntake.tsx'
import styles from './CalendarSection.module.css'
import { saveYear } from './calendar.actions.ts'
import { dropDraft } from './calendar-draft.ts'
import { saveYearAs } from './calendar-file.ts'
import { MovedDeadlines } from './MovedDeadlines.tsx'
import { lookOf } from './special-days.ts'
import { type ShownYear, useYear } from './use-year.ts'
import { YearBoard } from './YearBoard.tsx'

const FIRST_YEAR = 2000
const LAST_YEAR = 2100

/** Which days are worked: a year at a glance. `?year=2027` opens that year. */
export function CalendarSection() {
  const { t } = useTranslation('settings')
  const place = usePlace()
  const [search, setSearch] = useSearchParams()
  const thisYear = Number(todayIn(place).slice(0, 4))
  const asked = Number(search.get('year'))
  const year = asked >= FIRST_YEAR && asked <= LAST_YEAR && Number.isInteger(asked) ? asked : thisYear
  const { query, shown } = useYear(year)
  const next = useYear(thisYear + 1).shown
  const [isReading, setIsReading] = useState(false)
  const may = useMay('calendar.save')
  const go = (to: number) => {
    if (to < FIRST_YEAR || to > LAST_YEAR) return
    setSearch({ section: 'calendar', year: String(to) }, { replace: true })
  }
  if (query.isError) return <FailedState {...failureOf(query.error)} onRetry={() => void query.refetch()} />
  return (
    <Panel
      title={t('calendar.title')}
      flush
      actions={
        <>
          <Button size="small" icon={<FileUp aria-hidden="true" />} disabled={!may} onClick={() => setIsReading(true)}>
            {t('calendar.read')}
          </Button>
          {(['csv', 'ics'] as const).map((form) => (
            <Button
              key={form}
              size="small"
              tone="quiet"
              icon={<Download aria-hidden="true" />}
              disabled={shown === null || shown.days.length === 0}
              onClick={() => shown && saveYearAs(form, year, shown.days)}
            >
              {t('calendar.saveAs', { form: form.toUpperCase() })}
            </Button>
          ))}
        </>
      }
    >
      <OthersChange call="calendar.save" isAtEdge />
      <div className={styles.head}>
        <div className={styles.years}>
          <IconButton icon={<ChevronLeft />} label={t('calendar.previousYear')} onClick={() => go(year - 1)} />
          <h3 className={styles.year}>{t('calendar.year', { year })}</h3>
          <IconButton icon={<ChevronRight />} label={t('calendar.nextYear')} onClick={() => go(year + 1)} />
        </div>
        {shown === null ? null : <Counts shown={shown} />}
        {next?.known.source === 'missing' && year !== thisYear + 1 ? (
          <Button size="small" tone="quiet" onClick={() => go(thisYear + 1)}>
            {t('calendar.nextMissing', { year: thisYear + 1 })}
          </Button>
        ) : null}
      </div>
      {shown === null ? null : <YearBoard shown={shown} onYear={go} saving={<Saving shown={shown} key={year} />} />}
      {isReading ? <CalendarIntake onClose={() => setIsReading(false)} onTaken={go} /> : null}
    </Panel>
  )
}

function Counts({ shown }: { shown: ShownYear }) {
  const { t } = useTranslation('settings')
  const { year, weekdays, source } = shown.known
  const looks = datesOf(year).map((date) => lookOf(shown.byDate, date, weekdays))
  const count = (...wanted: readonly string[]) => looks.filter((look) => wanted.includes(look)).length
  return (
    <p className={styles.counts}>
      <Badge tone={source === 'missing' ? 'soon' : 'neutral'}>{t(`calendar.source.${source}`)}</Badge>
      <span>{t('calendar.count.holiday', { count: count('holiday') })}</span>
      <span>{t('calendar.count.makeUp', { count: count('make_up_workday') })}</span>
      <span>{t('calendar.count.worked', { count: count('workday', 'make_up_workday') })}</span>
    </p>
  )
}

/** What is not saved yet; a year nobody entered can also be saved just as the week has it. */
function Saving({ shown }: { shown: ShownYear }) {
  const { t } = useTranslation('settings')
  const { year, source } = shown.known
  const [moves, setMoves] = useState<Moves | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  /** Refused, and what the others made of the year is not here yet: sent now, it would overwrite what nobody saw. */
  const isBusy = isSaving || (shown.stale !== null && shown.known.version < shown.stale.version)
  const chord = useChord('calendar.save')
  const count = shown.changed.size
  const may = useMay('calendar.save')
  const canSave = may && (count > 0 || source === 'missing')
  const save = async (toldMoves: string | null) => {
    if (!canSave || isBusy) return
    setIsSaving(true)
    const saved = await saveYear(shown.known, toldMoves)
    setIsSaving(false)
    setMoves(saved?.kind === 'moves' ? saved.moves : null)
  }
  useKeys('calendar', { 'calendar.save': () => void save(null) })
  if (!canSave) return null
  return (
    <div className={styles.saving} data-missing={count === 0 || undefined}>
      <p role="status">
        {count === 0 ? <TriangleAlert aria-hidden="true" /> : null}
        {count === 0 ? t('calendar.missing', { year }) : t('calendar.changed', { count })}
      </p>
      <ChangedMeanwhile stale={shown.stale} isLooking={false} />
      <div className={styles.acts}>
        {count === 0 ? null : (
          <Button size="small" onClick={() => dropDraft(year)}>
            {t('calendar.discard')}
          </Button>
        )}
        <Button size="small" tone="primary" chord={chord} busy={isBusy} onClick={() => void save(null)}>
          <SaveWords stale={shown.stale} isLooking={false}>
            {count === 0 ? t('calendar.saveWeek') : t('calendar.save')}
          </SaveWords>
        </Button>
      </div>
      <MovedDeadlines
        year={year}
        moves={moves}
        busy={isBusy}
        onTake={(mark) => void save(mark)}
        onClose={() => setMoves(null)}
      />
    </div>
  )
}
