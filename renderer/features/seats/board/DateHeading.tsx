import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import type { Moment } from '../../../../shared/domain/seats/find/read-moment.ts'
import { lazyPage } from '../../../lib/lazy-page.tsx'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { KeysWait, OpenedLater } from '../../../ui/OpenedLater.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import styles from './DateHeading.module.css'

// The board must not wait for a calendar.
const calendar = lazyPage(async () => (await import('./DatePick.tsx')).DatePick)

/** When nothing else is to be done: then the first press opens it at once, and the next key is the calendar's. */
export const fetchCalendar = calendar.fetchCode

/** The date above the board; a press or one key opens a month to go to any day. */
export function DateHeading({
  words,
  day,
  onPick,
}: {
  words: string
  day: PlainDate
  onPick: (moment: Moment) => void
}) {
  const { t } = useTranslation('seats')
  const [isOpen, setIsOpen] = useState(false)
  const chord = useChord('seats.pickDate')
  useKeys('seats', { 'seats.pickDate': () => setIsOpen(true) })
  const button = (
    <button
      type="button"
      className={styles.heading}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={() => setIsOpen(true)}
    >
      <CalendarDays aria-hidden="true" />
      <span>
        <Whole words={words} />
      </span>
      <VisuallyHidden>{t('comma') + t('go.pick')}</VisuallyHidden>
      <KeyCap chord={chord} />
    </button>
  )
  if (!isOpen) return button
  const onItsWay = (
    <>
      {button}
      <KeysWait />
    </>
  )
  const close = () => setIsOpen(false)
  return (
    <OpenedLater open={() => setIsOpen(true)} close={close} fallback={onItsWay}>
      <calendar.Page day={day} onPick={onPick} target={button} onClose={close} />
    </OpenedLater>
  )
}
