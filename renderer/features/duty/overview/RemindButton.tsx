import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFulfilled } from '../../../../shared/domain/duty/duty-kinds.ts'
import { numberText } from '../../../lib/number-text.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { remind } from '../duty.actions.ts'
import type { DutyRow } from './duty-rows.ts'

/** Reminds those of the rows that still owe something, once it was said how many. */
export function RemindButton({ year, rows }: { year: number; rows: readonly DutyRow[] }) {
  const { t } = useTranslation('duty')
  const [isAsking, setIsAsking] = useState(false)
  const owing = useMemo(() => rows.filter(({ missing }) => !isFulfilled(missing)), [rows])
  const number = numberText(owing.length)
  return (
    <>
      <Button size="small" disabled={owing.length === 0} onClick={() => setIsAsking(true)}>
        {t('overview.remind', { number })}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('overview.remindTitle', { number })}
        confirmLabel={t('overview.remind', { number })}
        onConfirm={() => {
          setIsAsking(false)
          void remind(
            year,
            owing.map(({ person }) => person.id),
          )
        }}
        onClose={() => setIsAsking(false)}
      >
        {t('overview.remindText')}
      </ConfirmDialog>
    </>
  )
}
