import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../shared/contract/limits.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { textsOf } from '../../lib/i18n.ts'
import { textFault } from '../../lib/text-fault.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogFoot } from '../../ui/DialogFoot.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useLeftForm } from '../../ui/use-left-form.ts'
import styles from './Retention.module.css'
import { keepSession } from './retention.actions.ts'

/** Why a session is kept, and until when; what was typed waits when it is closed. */
export function KeepDialog({ sessionId, today, onClose }: { sessionId: Id; today: string; onClose: () => void }) {
  const { t } = useTranslation('retention')
  const { t: common } = useTranslation('common')
  const [isBusy, setBusy] = useState(false)
  const empty = { reason: '', until: null as string | null }
  const form = useLeftForm(`keep ${sessionId}`, empty, () => textsOf('retention')('keepDialog.title'))
  const { reason, until } = form.fields
  const isWhole = reason.trim() !== '' && textFault(reason, LONGEST.keepReason) === null
  const keep = async () => {
    setBusy(true)
    const isKept = await form.send(keepSession(sessionId, reason, until))
    setBusy(false)
    if (isKept) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('keepDialog.title')} width={420}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isWhole && !isBusy) void keep()
        }}
      >
        <TextField
          label={t('keepDialog.reason')}
          longest={LONGEST.keepReason}
          value={reason}
          onChange={(event) => form.change({ reason: event.currentTarget.value })}
          data-autofocus
        />
        <div className={styles.until}>
          <span>{t('keepDialog.until')}</span>
          <DateField
            isInForm
            label={t('keepDialog.until')}
            earliest={today}
            value={until}
            onChange={(day) => form.change({ until: day })}
          />
        </div>
        <DialogFoot>
          <Button onClick={form.cancelling(onClose)}>{common('action.cancel')}</Button>
          <Button tone="primary" type="submit" disabled={!isWhole} busy={isBusy}>
            {t('keepDialog.act')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
