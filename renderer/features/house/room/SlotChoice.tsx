import { useTranslation } from 'react-i18next'
import type { RoomRules } from '../../../../shared/contract/house/room-rules.ts'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'

const LENGTHS = ['15', '30', '60'] as const

export function SlotChoice({
  minutes,
  onChange,
}: {
  minutes: RoomRules['slotMinutes']
  onChange: (minutes: RoomRules['slotMinutes']) => void
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
