import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isDoorRefusal } from '../../../lib/answers.ts'
import { failureOf } from '../../../lib/errors.ts'
import { type ListSource, listFromFile } from '../../../lib/list-source.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { useOnceKnown } from '../../../lib/use-once-known.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FileButton, FileDrop, FileOutcome, FileRead } from '../../../ui/FileDrop.tsx'
import { StillMissing } from '../../../ui/StillMissing.tsx'
import styles from './CalendarIntake.module.css'
import { calendarFile, calendarYear } from './calendar.queries.ts'
import { changeDays, daysWith, useCalendarDrafts } from './calendar-draft.ts'
import { FilePreview } from './FilePreview.tsx'
import { changesBetween } from './special-days.ts'

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.ics,text/csv,text/calendar'

export interface CalendarIntakeProps {
  onClose: () => void
  /** The first year of the file, once it is taken. */
  onTaken: (year: number) => void
}

/** Reads a CSV or iCalendar file: first what it would change. Taken, it stands in the year like changes by hand, to be saved. */
export function CalendarIntake({ onClose, onTaken }: CalendarIntakeProps) {
  const { t } = useTranslation('settings')
  return (
    <Dialog isOpen onClose={onClose} title={t('calendar.intake.title')} width={760}>
      <Inside onClose={onClose} onTaken={onTaken} />
    </Dialog>
  )
}

function Inside({ onClose, onTaken }: CalendarIntakeProps) {
  const { t } = useTranslation('settings')
  const [source, setSource] = useState<ListSource | 'too_large' | 'not_readable' | null>(null)
  const file = typeof source === 'string' ? null : source
  const answer = useQuery(calendarFile(file?.base64 ?? null)).data
  const read = file !== null && answer?.ok === true ? answer.value : null
  const byYear = [...Map.groupBy(read?.good ?? [], ({ day }) => Number(day.date.slice(0, 4)))].sort(([a], [b]) => a - b)
  const drafts = useCalendarDrafts()
  const known = useQueries({ queries: byYear.map(([year]) => calendarYear(year)) })
  const years = byYear.flatMap(([year, found], index) => {
    const now = known[index]?.data
    if (now === undefined) return []
    const days = found.map(({ day }) => day).sort((one, other) => (one.date < other.date ? -1 : 1))
    return [{ year, now, days, changes: changesBetween(daysWith(drafts[year], now), days) }]
  })
  const isReady = read !== null && years.length === byYear.length && years.length > 0

  const [isAsked, setIsAsked] = useState(false)
  const choose = async (chosen: File) => {
    setIsAsked(false)
    setSource(await listFromFile(chosen))
  }
  const missing = () => {
    if (source === null) return t('calendar.intake.missing.nothing')
    if (isReady || (file !== null && answer === undefined)) return null
    return t(read === null ? 'calendar.intake.missing.unread' : 'calendar.intake.missing.noDay')
  }
  const take = () => {
    setIsAsked(true)
    if (!isReady) return
    for (const { now, days } of years) changeDays(now, days)
    onTaken(years[0]?.year ?? 0)
    onClose()
  }
  const isKnown = answer !== undefined && known.every(({ isPending }) => !isPending)
  useKeys('dialog', { 'dialog.confirm': useOnceKnown(file?.base64 ?? null, isKnown, take) })
  const takeChord = useChord('dialog.confirm')
  const refusalOf = () => {
    if (answer === undefined || answer.ok) return null
    const isOwn = !isDoorRefusal(answer)
    return isOwn ? t(`calendar.intake.refused.${answer.code}`) : failureOf(answer).title
  }
  const readAs = () => {
    if (read === null) return null
    return read.form === 'icalendar' ? t('calendar.intake.icalendar') : t(`list.encoding.${read.encoding}`)
  }
  return (
    <FileDrop hint={t('calendar.intake.hint')} onFile={(chosen) => void choose(chosen)}>
      <div className={styles.source}>
        <FileButton accept={ACCEPTED} onFile={(chosen) => void choose(chosen)} data-autofocus />
        {file?.fileName == null ? null : (
          <p>
            <FileRead name={file.fileName} as={readAs()} />
          </p>
        )}
      </div>
      <FileOutcome
        source={source}
        tooLarge={t('calendar.intake.refused.file_too_large')}
        isRead={answer !== undefined}
        refused={file === null ? null : refusalOf()}
      >
        {read === null ? null : <FilePreview years={years} bad={read.bad} />}
      </FileOutcome>
      <DialogFoot>
        {isReady ? <p>{t('calendar.intake.then')}</p> : <StillMissing why={missing()} isAsked={isAsked} />}
        <Button tone="primary" chord={takeChord} disabled={!isReady} onClick={take}>
          {t('calendar.intake.take')}
        </Button>
      </DialogFoot>
    </FileDrop>
  )
}
