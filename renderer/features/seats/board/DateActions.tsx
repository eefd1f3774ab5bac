import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { DrawsButton } from '../draw/DrawsButton.tsx'
import { HistoryButton } from '../history/HistoryDialog.tsx'
import { IntakeButton } from '../intake/BookingIntake.tsx'
import { UseButton } from '../use/UseDialog.tsx'
import type { SeatsAddress, SeatsViewName } from '../use-seats-address.ts'

/** Back, today, on; day or week. */
export function DateActions({ address, today }: { address: SeatsAddress; today: PlainDate }) {
  const { t } = useTranslation('seats')
  const isWeek = address.view === 'week'
  return (
    <>
      <IconButton
        tone="default"
        icon={<ChevronLeft />}
        label={isWeek ? t('go.previousWeek') : t('go.previousDay')}
        chord={useChord('seats.previous')}
        onClick={address.goBack}
      />
      <Button chord={useChord('seats.today')} onClick={address.goToday} aria-pressed={address.isToday}>
        {isWeek ? t('go.thisWeek') : t('go.today')}
      </Button>
      <IconButton
        tone="default"
        icon={<ChevronRight />}
        label={isWeek ? t('go.nextWeek') : t('go.nextDay')}
        chord={useChord('seats.next')}
        onClick={address.goOn}
      />
      <DrawsButton />
      <HistoryButton />
      <IntakeButton />
      <UseButton today={today} />
      <SegmentedControl<SeatsViewName>
        label={t('view.label')}
        value={address.view}
        onChange={address.show}
        options={[
          { value: 'day', label: t('view.day') },
          { value: 'week', label: t('view.week') },
        ]}
      />
    </>
  )
}
