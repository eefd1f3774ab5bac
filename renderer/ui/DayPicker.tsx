import { DatePicker } from '@mantine/dates'
import 'dayjs/locale/zh-cn'
import { useTranslation } from 'react-i18next'
import { dayName } from '../lib/formats.ts'
import { usePlace } from '../lib/place-store.ts'

export interface DayPickerProps {
  /** `2026-11-21` */
  value: string
  onChange: (value: string) => void
}

/** A month to pick a day from: arrows walk, Enter or a press takes one. Holds the focus first in a dialog. */
export function DayPicker({ value, onChange }: DayPickerProps) {
  const { t } = useTranslation('common')
  const { language } = usePlace()
  return (
    <DatePicker
      locale={language === 'zh' ? 'zh-cn' : 'en'}
      firstDayOfWeek={1}
      monthLabelFormat={language === 'zh' ? 'YYYY年M月' : 'MMMM YYYY'}
      highlightToday
      defaultDate={value}
      value={value}
      onChange={(day) => {
        if (day !== null) onChange(day)
      }}
      hideOutsideDates
      // Red numbers are hard to read on either ground; weekends stand at the end of the row anyway.
      weekendDays={[]}
      ariaLabels={{ previousMonth: t('calendar.previousMonth'), nextMonth: t('calendar.nextMonth') }}
      getDayAriaLabel={(day) => dayName(day, language)}
      getDayProps={(day) => ({ 'data-autofocus': day === value || undefined })}
    />
  )
}
