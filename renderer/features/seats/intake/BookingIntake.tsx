import { useQuery } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingColumns } from '../../../../shared/contract/seats/booking-lists.ts'
import type { DayOrder } from '../../../../shared/domain/seats/booking-list/read-days.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useMay } from '../../../lib/may.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { useOnceKnown } from '../../../lib/use-once-known.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { EarlierLists } from '../../../ui/EarlierLists.tsx'
import { FileOutcome } from '../../../ui/FileDrop.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { ListIntake, type ListRead, nothingRead } from '../../../ui/ListIntake.tsx'
import { StillMissing } from '../../../ui/StillMissing.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { ColumnFields } from './ColumnFields.tsx'
import { IntakePreview } from './IntakePreview.tsx'
import { keepBookings, listRefusalWords, turnBookingImport } from './intake.actions.ts'
import { bookingImports, bookingsDryRun } from './intake.queries.ts'
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

interface BookingsRead extends ListRead {
  chosen: BookingColumns | null
  dayOrder: DayOrder | null
  isLeavingOut: boolean
}

const nothingChosen: BookingsRead = { ...nothingRead, chosen: null, dayOrder: null, isLeavingOut: false }

function Inside({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('seats')
  const left = useLeftForm('bookings list', nothingChosen, () => textsOf('seats')('intake.title'))
  const { source, chosen, dayOrder, isLeavingOut } = left.fields
  const [isKeeping, setIsKeeping] = useState(false)
  const list = typeof source === 'string' ? null : source
  const base64 = list?.base64 ?? null
  const imports = useQuery(bookingImports).data ?? []
  const guess = useQuery(bookingsDryRun(base64, null, null)).data
  const heads = guess?.ok === true ? guess.value.heads.map(({ name }) => name) : null
  const columns = chosen ?? (heads === null ? null : rememberedColumns(heads))
  const answer = useQuery(bookingsDryRun(base64, columns, dayOrder)).data
  const plan = list !== null && answer?.ok === true ? answer.value : null
  const canKeep = plan !== null && plan.good.length > 0 && (plan.bad.length === 0 || isLeavingOut)

  const [isAsked, setIsAsked] = useState(false)
  const missing = () => {
    if (source === null) return t('intake.missing.nothing')
    if (answer === undefined && list !== null) return null
    if (plan === null) return t('intake.missing.unread')
    if (!plan.isWhole) return t('intake.missing.columns')
    if (plan.good.length === 0) return t('intake.missing.noRow')
    return canKeep ? null : t('intake.missing.bad', { count: plan.bad.length })
  }

  const keep = async () => {
    setIsAsked(true)
    if (base64 === null || plan === null || !canKeep || isKeeping) return
    setIsKeeping(true)
    const leftOut = plan.bad.map(({ row }) => row)
    const isKept = await left.send(keepBookings({ base64, columns: plan.columns, dayOrder, leftOut }))
    setIsKeeping(false)
    if (!isKept) return
    rememberColumns(heads ?? [], plan.columns)
    onClose()
  }
  const press = useOnceKnown(base64, guess !== undefined && answer !== undefined, () => void keep())
  useKeys('dialog', { 'dialog.confirm': press })
  const keepChord = useChord('dialog.confirm')
  return (
    <ListIntake
      hint={t('intake.hint')}
      paste={t('intake.paste')}
      placeholder={t('intake.placeholder')}
      rows={3}
      read={left.fields}
      onRead={(read) => {
        setIsAsked(false)
        left.change({ ...nothingChosen, ...read })
      }}
      readAs={null}
    >
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
              onChange={(next) => left.change({ chosen: next, isLeavingOut: false })}
              order={
                dayOrder !== null || plan.bad.some(({ faults }) => faults.some(({ code }) => code === 'day_order'))
                  ? { value: dayOrder, onChange: (next) => left.change({ dayOrder: next, isLeavingOut: false }) }
                  : null
              }
            />
            <IntakePreview {...plan} />
          </>
        )}
      </FileOutcome>
      {source === null ? (
        <EarlierLists lists={imports} of="bookings" onTurn={(one) => turnBookingImport(one.id, one.state)} />
      ) : null}
      <DialogFoot>
        <StillMissing why={missing()} isAsked={isAsked} />
        {plan === null || plan.bad.length === 0 || plan.good.length === 0 ? null : (
          <Checkbox
            checked={isLeavingOut}
            onChange={(isOn) => left.change({ isLeavingOut: isOn })}
            label={t('intake.leaveOut', { count: plan.bad.length })}
          />
        )}
        <Button tone="primary" chord={keepChord} busy={isKeeping} disabled={!canKeep} onClick={press}>
          {t('intake.keep', { count: plan?.good.length ?? 0 })}
        </Button>
      </DialogFoot>
    </ListIntake>
  )
}
