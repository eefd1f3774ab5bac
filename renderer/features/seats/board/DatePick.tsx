import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import type { Moment } from '../../../../shared/domain/seats/find/read-moment.ts'
import { actNow } from '../../../lib/key-registry.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { AnchoredDialog } from '../../../ui/AnchoredDialog.tsx'
import { DayPicker } from '../../../ui/DayPicker.tsx'
import { DateWords } from './DateWords.tsx'

export interface DatePickProps {
  day: PlainDate
  onPick: (moment: Moment) => void
  /** The heading it stands beside. */
  target: ReactElement
  onClose: () => void
}

/** Nothing is lost with a month that only leads to a day: the box that finds everything opens in its place. */
function LeadsOn({ onClose }: { onClose: () => void }) {
  useKeys('global', {
    find: () => {
      // Gone before the box is asked for, which opens over no dialog.
      flushSync(onClose)
      actNow('find')
    },
  })
  return null
}

/** A month beside the heading, and a field for whoever would rather type the day, or the time on it. */
export function DatePick({ day, onPick, target, onClose }: DatePickProps) {
  const { t } = useTranslation('seats')
  const take = (picked: Moment) => {
    // Gone before, with the focus back on its cell: afterwards it would take the cursor back there.
    flushSync(onClose)
    onPick(picked)
  }
  return (
    <AnchoredDialog label={t('go.pick')} width={288} target={target} onClose={onClose}>
      <LeadsOn onClose={onClose} />
      <DateWords onPick={take}>
        <DayPicker value={day} onChange={(picked) => take({ day: picked, minutes: null, until: null })} />
      </DateWords>
    </AnchoredDialog>
  )
}
