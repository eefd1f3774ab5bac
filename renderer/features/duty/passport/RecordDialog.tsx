import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TripKind } from '../../../../shared/contract/duty/passports.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Id, PlainDate } from '../../../../shared/contract/values.ts'
import { dutyKinds } from '../../../../shared/domain/duty/duty-kinds.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DateField, type FieldToGoTo } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { writeDown } from '../duty.actions.ts'
import styles from './RecordDialog.module.css'
import { emptyRecord, faultOfRecord, type RecordForm } from './record-form.ts'

export interface RecordDialogProps {
  /** Whose it is; null: of whoever sits here, who writes down trips alone. */
  person: { readonly id: Id; readonly name: string } | null
  today: PlainDate
  /** Of the passport that it was opened from. */
  year: number
  onClose: () => void
}

const TRIP_KINDS: readonly TripKind[] = ['picking', 'delivery_station', 'store_guide']

/** Writes down what no session shows. */
export function RecordDialog(props: RecordDialogProps) {
  const { t } = useTranslation('duty')
  const { person, onClose } = props
  const title = person === null ? t('record.title') : t('record.titleOf', { name: person.name })
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <Fields {...props} />
    </Dialog>
  )
}

function Fields({ person, today, year, onClose }: RecordDialogProps) {
  const { t } = useTranslation('duty')
  const { t: common } = useTranslation('common')
  const left = useLeftForm<RecordForm>(`record ${person?.id ?? ''}`, emptyRecord(today), () =>
    textsOf('duty')('record.title'),
  )
  const { fields: form, change } = left
  const [hasTried, setHasTried] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const fault = hasTried ? faultOfRecord(form, today) : null
  const isDayWrong = fault === 'dateMissing' || fault === 'future'
  const day = useRef<FieldToGoTo>(null)
  const evidence = useRef<HTMLTextAreaElement>(null)

  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    setHasTried(true)
    const { date } = form
    const wrong = faultOfRecord(form, today)
    // What is asked for then is typed at once.
    if (wrong !== null) (wrong === 'evidenceMissing' ? evidence : day).current?.focus()
    if (isSaving || date === null || wrong !== null) return
    setIsSaving(true)
    const isWritten = await left.send(writeDown(person?.id ?? null, { ...form, date }, year))
    setIsSaving(false)
    if (isWritten) onClose()
  }
  useKeys('dialog', { 'dialog.confirm': () => void save() })
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      {person === null ? null : (
        <div>
          <FieldLabel>{t('record.duty')}</FieldLabel>
          <SegmentedControl
            label={t('record.duty')}
            options={dutyKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            value={form.duty}
            onChange={(duty) => change({ duty })}
            isFirst
          />
        </div>
      )}
      {form.duty === 'trip' ? (
        <div>
          <FieldLabel>{t('record.kind')}</FieldLabel>
          <SegmentedControl
            label={t('record.kind')}
            options={TRIP_KINDS.map((kind) => ({ value: kind, label: t(`trip.${kind}`) }))}
            value={form.tripKind}
            onChange={(tripKind) => change({ tripKind })}
            isFirst={person === null}
          />
        </div>
      ) : null}
      <div className={styles.pair}>
        <div>
          <FieldLabel>{t('record.date')}</FieldLabel>
          <DateField
            ref={day}
            isInForm
            isAskedFor={isDayWrong}
            label={t('record.date')}
            value={form.date}
            onChange={(date) => change({ date })}
          />
        </div>
        <TextField
          label={t('record.place')}
          value={form.place}
          onChange={(event) => change({ place: event.currentTarget.value })}
          longest={LONGEST.place}
        />
      </div>
      <p className={styles.fault} role="alert">
        {isDayWrong ? t(`record.${fault}`) : null}
      </p>
      <TextArea
        ref={evidence}
        label={t('record.evidence')}
        placeholder={t('record.evidenceHint')}
        autosize
        minRows={2}
        maxRows={5}
        value={form.evidence}
        onChange={(event) => change({ evidence: event.currentTarget.value })}
        error={fault === 'evidenceMissing' ? t('record.evidenceMissing') : undefined}
        longest={LONGEST.evidence}
      />
      <DialogFoot>
        <Button onClick={left.cancelling(onClose)}>{common('action.cancel')}</Button>
        <Button type="submit" tone="primary" busy={isSaving} chord={useChord('dialog.confirm')}>
          {common('action.save')}
        </Button>
      </DialogFoot>
    </form>
  )
}
