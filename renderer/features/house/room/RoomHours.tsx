import { useTranslation } from 'react-i18next'
import { isComposing } from '../../../lib/composition.ts'
import { readTimeOfDay } from '../../../lib/time-typed.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { useKeptWhenLeft } from '../../../ui/use-kept-when-left.ts'
import styles from './RoomHours.module.css'
import type { RoomForm } from './room-form.ts'

export interface RoomHoursProps {
  form: RoomForm
  onChange: (change: Partial<RoomForm>) => void
  /** The focus left a time, or Enter was pressed in it; the form as it reads now. */
  onDone?: (form: RoomForm) => void
  isWrong: boolean
}

/** From when to when, typed as people type times; written out in full when the focus leaves. */
export function RoomHours({ form, onChange, onDone, isWrong }: RoomHoursProps) {
  const { t } = useTranslation('settings')
  const settle = (field: 'opensAt' | 'closesAt') => {
    const settled = { ...form, [field]: readTimeOfDay(form[field]) ?? form[field] }
    onChange({ [field]: settled[field] })
    onDone?.(settled)
  }
  return (
    <div className={styles.hours}>
      {(['opensAt', 'closesAt'] as const).map((field) => (
        <Time
          key={field}
          word={field === 'opensAt' ? t('room.opens') : t('room.closes')}
          value={form[field]}
          onChange={(value) => onChange({ [field]: value })}
          onDone={() => settle(field)}
          isWrong={isWrong}
        />
      ))}
    </div>
  )
}

interface TimeProps {
  word: string
  value: string
  onChange: (value: string) => void
  onDone: () => void
  isWrong: boolean
}

function Time({ word, value, onChange, onDone, isWrong }: TimeProps) {
  const left = useKeptWhenLeft(onDone)
  return (
    <TextField
      aria-label={word}
      leftSection={<span className={styles.word}>{word}</span>}
      leftSectionWidth={60}
      inputMode="numeric"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...left}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter') onDone()
      }}
      error={isWrong}
    />
  )
}
