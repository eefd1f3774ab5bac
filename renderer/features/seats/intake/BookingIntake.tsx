import { useQuery } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingColumns } from '../../../../shared/contract/seats/booking-lists.ts'
import { type ListSource, listFromFile, listFromText } from '../../../lib/list-source.ts'
import { useMay } from '../../../lib/may.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FileButton, FileDrop, FileOutcome, FileRead } from '../../../ui/FileDrop.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import styles from './BookingIntake.module.css'
import { ColumnFields } from './ColumnFields.tsx'
import { IntakePreview } from './IntakePreview.tsx'
import { keepBookings, listRefusalWords } from './intake.actions.ts'
import { bookingsDryRun } from './intake.queries.ts'
import { rememberColumns, rememberedColumns } from './remembered-columns.ts'

/** Opens the way in for bookings that stood in a spreadsheet until now. */
export function IntakeButton() {
  const { t } = useTranslation('seats')
  const [isOpen, setIsOpen] = useState(false)
  if (!useMay('bookingLists.keep')) return null
  return (
    <>
      <IconButton tone="default" icon={<FileUp />} label={t('intake.open')} onClick={() => setIsOpen(true)} />
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('intake.title')} width={920}>
        <Inside onClose={() => setIsOpen(false)} />
      </Dialog>
    </>
  )
}

function Inside({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('seats')
  const [text, setText] = useState('')
  const [source, setSource] = useState<ListSource | 'too_large' | 'not_readable' | null>(null)
  const [chosen, setChosen] = useState<BookingColumns | null>(null)
  const [isLeavingOut, setIsLeavingOut] = useState(false)
  const [isKeeping, setIsKeeping] = useState(false)
  const list = typeof source === 'string' ? null : source
  const base64 = list?.base64 ?? ''
  const guess = useQuery(bookingsDryRun(base64, null)).data
  const heads = guess?.ok === true ? guess.value.heads.map(({ name }) => name) : null
  const columns = chosen ?? (heads === null ? null : rememberedColumns(heads))
  const answer = useQuery(bookingsDryRun(base64, columns)).data
  const plan = list !== null && answer?.ok === true ? answer.value : null
  const canKeep = plan !== null && plan.good.length > 0 && (plan.bad.length === 0 || isLeavingOut)

  const take = (next: typeof source) => {
    setSource(next)
    setChosen(null)
    setIsLeavingOut(false)
  }
  const read = async (file: File) => {
    setText('')
    take(await listFromFile(file))
  }
  const keep = async () => {
    if (plan === null || !canKeep || isKeeping) return
    setIsKeeping(true)
    const leftOut = plan.bad.map(({ row }) => row)
    const isKept = await keepBookings(base64, plan.columns, leftOut)
    setIsKeeping(false)
    if (!isKept) return
    rememberColumns(heads ?? [], plan.columns)
    onClose()
  }
  useKeys('dialog', { 'dialog.confirm': () => void keep() })
  const keepChord = useChord('dialog.confirm')
  return (
    <FileDrop hint={t('intake.hint')} onFile={(file) => void read(file)}>
      <div className={styles.source}>
        {list?.fileName == null ? (
          <TextArea
            aria-label={t('intake.paste')}
            placeholder={t('intake.placeholder')}
            rows={3}
            value={text}
            data-autofocus
            onChange={(event) => {
              setText(event.currentTarget.value)
              take(listFromText(event.currentTarget.value))
            }}
          />
        ) : (
          <p className={styles.file}>
            <FileRead name={list.fileName} as={null} />
          </p>
        )}
        <div className={styles.ways}>
          <FileButton accept=".csv,.tsv,.txt,.xlsx,text/csv" onFile={(file) => void read(file)} />
          {list?.fileName == null ? null : (
            <Button tone="quiet" onClick={() => take(null)}>
              {t('intake.again')}
            </Button>
          )}
        </div>
      </div>
      <FileOutcome
        source={source}
        tooLarge={t('intake.refused.file_too_large')}
        isRead={answer !== undefined}
        refused={list !== null && answer?.ok === false ? listRefusalWords(answer) : null}
      >
        {plan === null ? null : (
          <>
            <ColumnFields
              heads={plan.heads}
              columns={plan.columns}
              onChange={(next) => {
                setChosen(next)
                setIsLeavingOut(false)
              }}
            />
            <IntakePreview {...plan} />
          </>
        )}
      </FileOutcome>
      <DialogFoot>
        {plan === null || plan.bad.length === 0 || plan.good.length === 0 ? null : (
          <Checkbox
            checked={isLeavingOut}
            onChange={setIsLeavingOut}
            label={t('intake.leaveOut', { count: plan.bad.length })}
          />
        )}
        <Button tone="primary" chord={keepChord} busy={isKeeping} disabled={!canKeep} onClick={() => void keep()}>
          {t('intake.keep', { count: plan?.good.length ?? 0 })}
        </Button>
      </DialogFoot>
    </FileDrop>
  )
}
