import { CalendarDays } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './DateHeading.module.css'

// Fetched at the first press: the board must not wait for a calendar.
const DatePick = lazy(async () => ({ default: (await import('./DatePick.tsx')).DatePick }))

/** The date above the board; a press or one key opens a month to go to any day. */
export function DateHeading({
  words,
  day,
  onPick,
}: {
  words: string
  day: PlainDate
  onPick: (day: PlainDate) => void
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
      {words}
      <VisuallyHidden>{t('comma') + t('go.pick')}</VisuallyHidden>
      <KeyCap chord={chord} />
    </button>
  )
  if (!isOpen) return button
  return (
    <Suspense fallback={button}>
      <DatePick day={day} onPick={onPick} target={button} onClose={() => setIsOpen(false)} />
    </Suspense>
  )
}
