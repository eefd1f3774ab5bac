import { DatePicker } from '@mantine/dates'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayName } from '../lib/formats.ts'
import { usePlace } from '../lib/place-store.ts'

export interface DayPickerProps {
  /** `2026-11-21` */
  value: string
  onChange: (value: string) => void
}

/** How far a key walks. */
const STEPS: Readonly<Record<string, readonly [number, 'day' | 'month']>> = {
  ArrowLeft: [-1, 'day'],
  ArrowRight: [1, 'day'],
  ArrowUp: [-7, 'day'],
  ArrowDown: [7, 'day'],
  PageUp: [-1, 'month'],
  PageDown: [1, 'month'],
}

/** A month to pick a day from: arrows walk, from month to month too, Enter or a press takes one. Holds the focus first in a dialog. */
export function DayPicker({ value, onChange }: DayPickerProps) {
  const { t } = useTranslation('common')
  const place = usePlace()
  const calendar = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState({ month: value, walkedTo: '' })
  useLayoutEffect(() => {
    calendar.current?.querySelector<HTMLElement>(`[data-day="${shown.walkedTo}"]`)?.focus()
  }, [shown])
  // Mantine's own arrows end at the edge of the month: next Wednesday is often beyond it.
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key]
    const from = event.target instanceof HTMLElement ? event.target.dataset.day : undefined
    if (step === undefined || from === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const walkedTo = dayjs(from)
      .add(...step)
      .format('YYYY-MM-DD')
    setShown({ month: walkedTo, walkedTo })
  }
  return (
    <DatePicker
      ref={calendar}
      onKeyDownCapture={walk}
      locale={place.language === 'zh' ? 'zh-cn' : 'en'}
      firstDayOfWeek={1}
      monthLabelFormat={place.language === 'zh' ? 'YYYY年M月' : 'MMMM YYYY'}
      highlightToday
      date={shown.month}
      onDateChange={(month) => setShown({ month, walkedTo: '' })}
      value={value}
      onChange={(day) => {
        if (day !== null) onChange(day)
      }}
      hideOutsideDates
      // Red numbers are hard to read on either ground; weekends stand at the end of the row anyway.
      weekendDays={[]}
      ariaLabels={{ previousMonth: t('calendar.previousMonth'), nextMonth: t('calendar.nextMonth') }}
      getDayAriaLabel={(day) => dayName(day, place)}
      getDayProps={(day) => ({ 'data-day': day, 'data-autofocus': day === (shown.walkedTo || value) || undefined })}
    />
  )
}
