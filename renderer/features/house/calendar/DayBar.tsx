import { type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpecialDay } from '../../../../shared/contract/house/calendar.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { nameInBoth } from '../../../../shared/domain/house/calendar-days.ts'
import { isComposing } from '../../../lib/composition.ts'
import { dayName } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { isKeepable, textFault } from '../../../lib/text-fault.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useKeptWhenLeft } from '../../../ui/use-kept-when-left.ts'
import styles from './DayBar.module.css'
import { type Kind, lookOf } from './special-days.ts'
import type { ShownYear } from './use-year.ts'

export interface DayBarProps {
  shown: ShownYear
  picked: readonly string[]
  onKind: (kind: Kind | null) => void
  onName: (name: SpecialDay['name']) => void
  nameField: Ref<HTMLInputElement>
}

/** The days that are picked: what they are, and what they can be made to. */
export function DayBar({ shown, picked, onKind, onName, nameField }: DayBarProps) {
  const { t } = useTranslation('settings')
  const place = usePlace()
  const [first = '', last = first] = [picked[0], picked.at(-1)]
  const special = picked.map((date) => shown.byDate.get(date)).filter((day) => day !== undefined)
  const looks = new Set(picked.map((date) => lookOf(shown.byDate, date, shown.known.weekdays)))
  const [only] = looks
  const chords = {
    holiday: useChord('calendar.holiday'),
    makeUp: useChord('calendar.makeUp'),
    ordinary: useChord('calendar.ordinary'),
  }
  return (
    <div className={styles.bar}>
      <p className={styles.about} aria-live="polite">
        <strong className="figures">
          {picked.length === 1
            ? dayName(first, place)
            : t('calendar.range', {
                from: dayName(first, place),
                to: dayName(last, place),
                count: picked.length,
              })}
        </strong>
        <span>{looks.size === 1 && only !== undefined ? t(`calendar.look.${only}`) : t('calendar.look.mixed')}</span>
      </p>
      <Name
        key={`${first} ${last}`}
        value={special[0]?.name[place.language] ?? ''}
        isOff={special.length === 0}
        onName={onName}
        field={nameField}
      />
      <div className={styles.acts}>
        <Button size="small" chord={chords.holiday} onClick={() => onKind('holiday')}>
          {t('calendar.makeHoliday')}
        </Button>
        <Button size="small" chord={chords.makeUp} onClick={() => onKind('make_up_workday')}>
          {t('calendar.makeWorked')}
        </Button>
        <Button size="small" chord={chords.ordinary} onClick={() => onKind(null)} disabled={special.length === 0}>
          {t('calendar.makeOrdinary')}
        </Button>
      </div>
    </div>
  )
}

function Name({
  value,
  isOff,
  onName,
  field,
}: {
  value: string
  isOff: boolean
  onName: (name: SpecialDay['name']) => void
  field: Ref<HTMLInputElement>
}) {
  const { t } = useTranslation('settings')
  const [text, setText] = useState(value)
  const [shownValue, setShownValue] = useState(value)
  // Taken, taken back or made ordinary: the words follow, and the field stays, with the focus.
  if (value !== shownValue) {
    setShownValue(value)
    setText(value)
  }
  const keep = () => {
    if (text.trim() !== value && isKeepable(text.trim(), LONGEST.dayName)) onName(nameInBoth(text.trim()))
  }
  const left = useKeptWhenLeft(keep, { text, fault: () => textFault(text, LONGEST.dayName) })
  return (
    <TextField
      ref={field}
      aria-label={t('calendar.dayName')}
      placeholder={isOff ? t('calendar.noName') : t('calendar.dayName')}
      disabled={isOff}
      value={text}
      longest={LONGEST.dayName}
      onChange={(event) => setText(event.currentTarget.value)}
      {...left}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter') keep()
        if (event.key === 'Escape') setText(value)
      }}
    />
  )
}
