import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateIn } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { DateField } from '../../../ui/DateField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { type Dates, datesOf, openedRanges, rangeOf } from './opened-range.ts'
import styles from './TicketFilters.module.css'

export const OPENED_WIDTH = 118

export interface OpenedFilterProps {
  dates: Dates
  onChange: (dates: Dates) => void
}

/** When the ticket was opened: a named range, or two days of one's own. */
export function OpenedFilter({ dates, onChange }: OpenedFilterProps) {
  const { t } = useTranslation('tickets')
  const { timeZone } = usePlace()
  const today = dateIn(useNow(60_000), timeZone)
  const [wantsDays, setWantsDays] = useState(false)
  const range = wantsDays ? null : rangeOf(dates, today)
  return (
    <>
      <Select
        size="xs"
        w={OPENED_WIDTH}
        aria-label={t('filter.opened')}
        value={range ?? 'days'}
        onChange={(next) => {
          setWantsDays(next === 'days')
          if (next !== 'days') onChange(datesOf(next, today))
          else if (dates.openedTo === null) onChange({ openedFrom: dates.openedFrom ?? today, openedTo: today })
        }}
        options={[...openedRanges, 'days' as const].map((each) => ({ value: each, label: t(`opened.${each}`) }))}
      />
      {range === null ? (
        <>
          <DateField
            isNamedInside
            label={t('filter.openedFrom')}
            value={dates.openedFrom}
            onChange={(openedFrom) => onChange({ ...dates, openedFrom })}
          />
          <span className={styles.word} aria-hidden="true">
            –
          </span>
          <DateField
            isNamedInside
            label={t('filter.openedTo')}
            value={dates.openedTo}
            onChange={(openedTo) => onChange({ ...dates, openedTo })}
          />
        </>
      ) : null}
    </>
  )
}
