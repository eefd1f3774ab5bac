import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { DrawWindow } from '../../../../shared/contract/seats/draws.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { dateIn, dayTime, wallTime } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import type { RefusalWords } from '../booking/rooms-words.ts'
import { ClosingFields } from './ClosingFields.tsx'
import { closingAt } from './closing-time.ts'
import { drawRefusalWords } from './draw-words.ts'
import { cancelDraw, extendDraw, type Said } from './draws.actions.ts'
import { RefusalNote } from './RefusalNote.tsx'

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
  const [date, setDate] = useState<string | null>(dateIn(window.closesAt, place.timeZone))
  const [time, setTime] = useState(wallTime(window.closesAt, place))
  const { refused, setRefused, isSending, send } = useSending(onClose)
  const give = () => {
    const closesAt = closingAt(date, time, place.timeZone)
    if (closesAt === null) setRefused({ title: t('opening.incomplete') })
    else void send(() => extendDraw(window, closesAt))
  }
  useKeys('dialog', { 'dialog.confirm': give })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t('extend.hint', { until: dayTime(window.closesAt, place, instantNow()) })}</p>
      <ClosingFields date={date} onDate={setDate} time={time} onTime={setTime} isFirst />
      <RefusalNote words={refused} />
      <DialogFoot>
        <Button onClick={onClose}>{t('extend.leave')}</Button>
        <Button type="submit" tone="primary" chord="Enter" busy={isSending}>
          {t('extend.do')}
        </Button>
      </DialogFoot>
    </form>
  )
}

function Cancel({ window, onClose }: ManageProps) {
  const { t } = useTranslation('draws')
  const [reason, setReason] = useState('')
  const { refused, setRefused, isSending, send } = useSending(onClose)
  const give = () => {
    if (isBlank(reason)) setRefused({ title: t('cancel.missing') })
    else if (textFault(reason, LONGEST.bookingReason) === null) void send(() => cancelDraw(window, reason))
  }
  useKeys('dialog', { 'dialog.confirm': give })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    give()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t('cancel.hint', { count: window.requestCount })}</p>
      <TextField
        label={t('cancel.reason')}
        longest={LONGEST.bookingReason}
        value={reason}
        onChange={(event) => {
          setRefused(null)
          setReason(event.currentTarget.value)
        }}
        data-autofocus
      />
      <RefusalNote words={refused} />
      <DialogFoot>
        <Button onClick={onClose}>{t('cancel.leave')}</Button>
        <Button type="submit" tone="danger" chord="Enter" busy={isSending}>
          {t('cancel.do')}
        </Button>
      </DialogFoot>
    </form>
  )
}
