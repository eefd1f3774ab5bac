import { useTranslation } from 'react-i18next'
import type { Room } from '../../../../shared/contract/house/room.ts'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'

const LENGTHS = ['15', '30', '60'] as const

export function SlotChoice({
  minutes,
  onChange,
}: {
  minutes: Room['slotMinutes']
  onChange: (minutes: Room['slotMinutes']) => void
}) {
  const { t } = useTranslation('settings')
  return (
    <SegmentedControl<(typeof LENGTHS)[number]>
      label={t('room.slot')}
      fullWidth
      value={`${minutes}`}
      onChange={(chosen) => onChange(chosen === '15' ? 15 : chosen === '30' ? 30 : 60)}
      options={LENGTHS.map((value) => ({ value, label: t('room.minutes', { count: Number(value) }) }))}
    />
  )
}
