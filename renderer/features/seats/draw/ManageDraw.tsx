import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { DrawWindow } from '../../../../shared/contract/seats/draws.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { dateIn, dayTime, wallTime } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import type { FieldToGoTo } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useLeftForm, useLeftSeen } from '../../../ui/use-left-form.ts'
import { Whole } from '../../../ui/Whole.tsx'
import { RefusalNote } from '../booking/RefusalNote.tsx'
import type { RefusalWords } from '../booking/rooms-words.ts'
import { type Closing, ClosingFields } from './ClosingFields.tsx'
import { closingAt } from './closing-time.ts'
import { drawRefusalWords } from './draw-words.ts'
import { cancelDraw, extendDraw, type Said } from './draws.actions.ts'

interface ManageProps {
  window: DrawWindow
  onClose: () => void
}

/** Takes requests for longer; or cancels, with the reason that everybody reads. */
export function ManageDraw({ act, ...props }: ManageProps & { act: 'extend' | 'cancel' }) {
  const { t } = useTranslation('draws')
  return (
    <Dialog isOpen onClose={props.onClose} title={t(act === 'extend' ? 'extend.title' : 'cancel.title')} width={460}>
      {act === 'extend' ? <Extend {...props} /> : <Cancel {...props} />}
    </Dialog>
  )
}

/** Sends, shows what is refused, closes when done. */
function useSending(onClose: () => void) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const [refused, setRefused] = useState<RefusalWords | null>(null)
  const [isSending, setIsSending] = useState(false)
  async function send(act: () => Promise<Said>) {
    if (isSending) return
    setIsSending(true)
    const said = await act()
    setIsSending(false)
    if (said === true) onClose()
    else if (said !== null) setRefused(drawRefusalWords(said, t, place))
  }
  return { refused, setRefused, isSending, send }
}

function Extend({ window, onClose }: ManageProps) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const closes: Closing = { date: dateIn(window.closesAt, place.timeZone), time: wallTime(window.closesAt, place) }
  const form = useLeftSeen(`extend ${window.id}`, window.version, closes, () => textsOf('draws')('extend.title'))
  const { date, time } = form.fields
  const { refused, setRefused, isSending, send } = useSending(onClose)
  const day = useRef<FieldToGoTo>(null)
  const clock = useRef<HTMLInputElement>(null)
  const give = () => {
    if (form.isCatchingUp) return
    const closesAt = closingAt(date, time, place.timeZone)
    if (closesAt === null) {
      setRefused({ title: t('opening.incomplete') })
      ;(date === null ? day : clock).current?.focus()
    } else void send(() => form.send(extendDraw(window, closesAt, form.seen)))
  }
  return (
    <Question
      act="extend"
      words={refused}
      isSending={isSending}
      isWaiting={form.isCatchingUp}
      doWords={
        <SaveWords stale={form.stale} isLooking={form.isLooking}>
          {t('extend.do')}
        </SaveWords>
      }
      onGive={give}
      onLeave={form.cancelling(onClose)}
    >
      <p>
        <Whole words={t('extend.hint', { until: dayTime(window.closesAt, place, instantNow()) })} />
      </p>
      <ClosingFields {...form.fields} onChange={form.change} isFirst day={day} clock={clock} />
      <ChangedMeanwhile stale={form.stale} isLooking={form.isLooking} onLook={form.look} />
    </Question>
  )
}

function Cancel({ window, onClose }: ManageProps) {
  const { t } = useTranslation('draws')
  const form = useLeftForm(`cancel ${window.id}`, { reason: '' }, () => textsOf('draws')('cancel.title'))
  const { reason } = form.fields
  const { refused, setRefused, isSending, send } = useSending(onClose)
  const reasonField = useRef<HTMLInputElement>(null)
  const give = () => {
    if (isBlank(reason)) {
      setRefused({ title: t('cancel.missing') })
      reasonField.current?.focus()
    } else if (textFault(reason, LONGEST.bookingReason) === null) void send(() => form.send(cancelDraw(window, reason)))
  }
  return (
    <Question act="cancel" words={refused} isSending={isSending} onGive={give} onLeave={form.cancelling(onClose)}>
      <p>{t('cancel.hint', { count: window.requestCount })}</p>
      <TextField
        ref={reasonField}
        label={t('cancel.reason')}
        longest={LONGEST.bookingReason}
        value={reason}
        onChange={(event) => {
          setRefused(null)
          form.change({ reason: event.currentTarget.value })
        }}
        data-autofocus
      />
    </Question>
  )
}

interface QuestionProps {
  act: 'extend' | 'cancel'
  words: RefusalWords | null
  isSending: boolean
  /** What others made of it is on its way here. */
  isWaiting?: boolean
  /** Else as the act is called. */
  doWords?: ReactNode
  onGive: () => void
  onLeave: () => void
  children: ReactNode
}

/** What is asked, why it was refused, and the two ways out by key and by mouse. */
function Question({ act, words, isSending, isWaiting = false, doWords, onGive, onLeave, children }: QuestionProps) {
  const { t } = useTranslation('draws')
  useKeys('dialog', { 'dialog.confirm': onGive })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onGive()
  }
  return (
    <form className="stack" onSubmit={submit}>
      {children}
      <RefusalNote words={words} />
      <DialogFoot>
        <Button onClick={onLeave}>{t(`${act}.leave`)}</Button>
        <Button
          type="submit"
          tone={act === 'cancel' ? 'danger' : 'primary'}
          chord="Enter"
          busy={isSending}
          disabled={isWaiting}
        >
          {doWords ?? t(`${act}.do`)}
        </Button>
      </DialogFoot>
    </form>
  )
}
