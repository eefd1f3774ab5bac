import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ahead } from '../../../../shared/contract/house/leaving.ts'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dateIn } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DateField, type FieldToGoTo } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { ScrollBox } from '../../../ui/ScrollBox.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { StillMissing } from '../../../ui/StillMissing.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { aheadLines } from './ahead-lines.ts'
import { letGo } from './people.actions.ts'
import { aheadOf } from './people.queries.ts'

interface LetGoDialogProps {
  person: Person
  isMe: boolean
  onClose: () => void
}

/** Somebody who is to be taken off the list has bookings to come: which, and what becomes of them. */
export function LetGoDialog({ person, isMe, onClose }: LetGoDialogProps) {
  const { t } = useTranslation('settings')
  const before = useQuery(aheadOf(person.id))
  return (
    <Dialog isOpen onClose={onClose} title={t('letGo.title', { name: person.name })} width={560}>
      {before.isError ? (
        <FailedState {...failureOf(before.error)} onRetry={() => void before.refetch()} />
      ) : before.data === undefined ? (
        <LoadingState />
      ) : (
        <Choice person={person} isMe={isMe} {...before.data} onClose={onClose} />
      )}
    </Dialog>
  )
}

interface ChoiceProps extends LetGoDialogProps {
  ahead: Ahead
  mark: string
}

function Choice({ person, isMe, ahead, mark, onClose }: ChoiceProps) {
  const { t } = useTranslation('settings')
  const house = usePlace()
  const roomOf = useSeatRooms()
  const lines = aheadLines(ahead, { t, roomOf, house })
  const last = ahead.bookings.at(-1)
  const form = useLeftForm(
    `letGo ${person.id}`,
    {
      ...{ way: 'cancel' as 'cancel' | 'keep', reason: '' },
      keepUntil: last === undefined ? null : dateIn(last.startsAt, roomOf(last).place.timeZone),
    },
    () => textsOf('settings')('letGo.title', { name: person.name }),
  )
  const { way, reason, keepUntil } = form.fields
  const [isAsking, setIsAsking] = useState(false)
  const dayField = useRef<FieldToGoTo>(null)
  const reasonField = useRef<HTMLInputElement>(null)
  const isDayMissing = way === 'keep' && keepUntil === null
  const [isSending, setIsSending] = useState(false)
  const send = async () => {
    const missing = isDayMissing ? dayField : isBlank(reason) ? reasonField : null
    if (missing !== null) {
      setIsAsking(true)
      return missing.current?.focus()
    }
    if (isSending || textFault(reason, LONGEST.bookingReason) !== null) return
    setIsSending(true)
    const wish = { mark, reason, keepUntil: way === 'keep' ? keepUntil : null }
    const isDone = await form.send(letGo(person, wish, isMe))
    setIsSending(false)
    if (isDone) onClose()
  }
  useKeys('dialog', { 'dialog.confirm': () => void send() })
  const confirmChord = useChord('dialog.confirm')
  return (
    <div className="stack">
      <p>{t('letGo.hint', { name: person.name })}</p>
      <ScrollBox label={t('letGo.list')} height={Math.min(200, 37 * Math.max(1, lines.length) + 2)}>
        <ul>
          {lines.map((line) => (
            <li key={line} className="list-row">
              <p>{line}</p>
            </li>
          ))}
        </ul>
      </ScrollBox>
      <SegmentedControl
        label={t('letGo.way')}
        options={(['cancel', 'keep'] as const).map((value) => ({ value, label: t(`letGo.${value}`) }))}
        value={way}
        onChange={(next) => form.change({ way: next })}
      />
      {way === 'keep' ? (
        <div>
          <FieldLabel>{t('letGo.until')}</FieldLabel>
          <DateField
            ref={dayField}
            isInForm
            isAskedFor={isAsking && isDayMissing}
            label={t('letGo.until')}
            value={keepUntil}
            onChange={(next) => form.change({ keepUntil: next })}
          />
          <p>{t('letGo.keepHint', { name: person.name })}</p>
        </div>
      ) : null}
      <TextField
        ref={reasonField}
        label={t('letGo.reason')}
        description={t('letGo.reasonHint')}
        longest={LONGEST.bookingReason}
        value={reason}
        onChange={(event) => form.change({ reason: event.currentTarget.value })}
        error={isAsking && isBlank(reason) ? t('letGo.reasonMissing') : undefined}
        data-autofocus
      />
      <DialogFoot>
        <StillMissing why={isDayMissing ? t('letGo.untilMissing') : null} isAsked={isAsking} />
        <Button onClick={form.cancelling(onClose)}>{t('letGo.leave')}</Button>
        <Button tone="danger" busy={isSending} chord={confirmChord} onClick={() => void send()}>
          {t(`letGo.do.${way}`)}
        </Button>
      </DialogFoot>
    </div>
  )
}
