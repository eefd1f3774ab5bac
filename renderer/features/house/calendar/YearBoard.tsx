import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpecialDay } from '../../../../shared/contract/house/calendar.ts'
import { useMay } from '../../../lib/may.ts'
import { todayIn } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { changeDays, redoChange, undoChange } from './calendar-draft.ts'
import { DayBar } from './DayBar.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { type Kind, turnOf, withKind, withName } from './special-days.ts'
import { useDayPick } from './use-day-pick.ts'
import type { ShownYear } from './use-year.ts'
import { makeWeeks } from './weeks.ts'
import styles from './YearBoard.module.css'

export interface YearBoardProps {
  shown: ShownYear
  onYear: (year: number) => void
  /** What is not saved yet: stays in sight with the picked days, however far the months are scrolled. */
  saving: ReactNode
}

/** Twelve months and what can be done to their days, by keys and by mouse. */
export function YearBoard({ shown, onYear, saving }: YearBoardProps) {
  const { t } = useTranslation('settings')
  const place = usePlace()
  const { year, weekdays } = shown.known
  const today = todayIn(place)
  const pick = useDayPick(year, today.startsWith(`${year}-`) ? today : `${year}-01-01`, onYear)
  const [weeksOf] = useState(makeWeeks)
  const picked = useMemo(() => new Set(pick.picked), [pick.picked])
  const months = weeksOf(year, shown, picked, place.language)
  const nameField = useRef<HTMLInputElement>(null)

  const make = (kind: Kind | null, dates: readonly string[] = pick.picked) =>
    changeDays(shown.known, withKind(shown.days, dates, kind, weekdays))
  const name = (words: SpecialDay['name']) => changeDays(shown.known, withName(shown.days, pick.picked, words))
  // What the first day of a range becomes, the others become too.
  const turn = () => make(turnOf(shown.byDate, pick.picked[0] ?? pick.head, weekdays))

  const may = useMay('calendar.save')
  useKeys('calendar', {
    'calendar.previousYear': () => onYear(year - 1),
    'calendar.nextYear': () => onYear(year + 1),
  })
  const changing = {
    'calendar.turn': turn,
    'calendar.holiday': () => make('holiday'),
    'calendar.makeUp': () => make('make_up_workday'),
    'calendar.ordinary': () => make(null),
    'calendar.name': () => nameField.current?.focus(),
    'calendar.undo': () => undoChange(year),
    'calendar.redo': () => redoChange(year),
  } as const
  useKeys('calendar', changing, may)
  return (
    <>
      <div className={styles.fixed}>
        {saving}
        {may ? <DayBar shown={shown} picked={pick.picked} onKind={make} onName={name} nameField={nameField} /> : null}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the grids of the months inside take the focus; their keys come up to here */}
      <div
        ref={pick.board}
        className={styles.months}
        onKeyDown={pick.onKeyDown}
        onPointerDown={pick.onPointerDown}
        onPointerOver={pick.onPointerOver}
        onDoubleClick={may ? turn : undefined}
      >
        {months.map((weeks, index) => (
          <MonthGrid
            // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place in the year
            key={index}
            month={index + 1}
            weeks={weeks}
            focused={Number(pick.head.slice(5, 7)) === index + 1 ? pick.head : null}
            today={today}
          />
        ))}
      </div>
      <ul className={styles.legend} aria-label={t('calendar.legend')}>
        {(['workday', 'weekend', 'holiday', 'make_up_workday'] as const).map((look) => (
          <li key={look}>
            <i data-look={look} aria-hidden="true">
              {look === 'holiday' || look === 'make_up_workday' ? t(`calendar.sign.${look}`) : '8'}
            </i>
            {t(`calendar.look.${look}`)}
          </li>
        ))}
        <li className={styles.hint}>{t('calendar.keysHint')}</li>
      </ul>
    </>
  )
}
