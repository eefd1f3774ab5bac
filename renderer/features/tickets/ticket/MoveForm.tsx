import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Ticket } from '../../../../shared/contract/tickets/tickets.ts'
import { type AskingAction, needsRemark } from '../../../../shared/domain/tickets/move-needs.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { peopleNames } from '../../../lib/people-options.ts'
import { useSettings } from '../../../lib/settings.ts'
import { isKeepable } from '../../../lib/text-fault.ts'
import { type AboutCall, useHeardField } from '../../../lib/words-in-hand.ts'
import { SuggestField } from '../../../ui/SuggestField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useLeftSeen } from '../../../ui/use-left-form.ts'
import { moveTicket } from '../tickets.actions.ts'
import { useOwnerMeant } from '../use-owner-meant.ts'
import styles from './MoveForm.module.css'
import { WishForm } from './WishForm.tsx'

export interface MoveFormProps {
  ticket: Ticket
  /** The call whose words it is about. */
  about: AboutCall | null
  action: AskingAction
  onDone: () => void
}

/** What the console must know before it does this: who claims, or why. */
export function MoveForm({ ticket, about, action, onDone }: MoveFormProps) {
  const { t } = useTranslation('tickets')
  const people = useQuery(everybody).data ?? []
  const me = useSettings()?.me ?? null
  const [hasTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => first.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')?.select(), [])

  const isClaim = action === 'claim'
  // The one who claims is most often the one who sits here.
  const proposed = { owner: people.find((person) => person.id === me)?.name ?? '', remark: '' }
  const named = () => `${ticketName(ticket.number)} ${textsOf('tickets')(`action.${action}`)}`
  const form = useLeftSeen(`${ticket.id} ${action}`, ticket.version, proposed, named)
  const { owner, remark } = form.fields
  useHeardField(about, remark)
  const isOwnerMissing = isClaim && isBlank(owner)
  const isRemarkMissing = needsRemark(action) && isBlank(remark)
  const names = peopleNames(people)
  const meant = useOwnerMeant(names, isClaim ? owner : '', (ownerName) => void send(ownerName))
  const send = async (ownerName: string) => {
    setTried(true)
    if (isOwnerMissing || isRemarkMissing || isSending || form.isCatchingUp) return
    if (!isKeepable(owner, LONGEST.personName) || !isKeepable(remark, LONGEST.remark)) return
    setSending(true)
    const words = { ownerName: isClaim ? ownerName : null, remark: isBlank(remark) ? null : remark.trim() }
    if (await form.send(moveTicket(ticket, action, words, form.seen))) onDone()
    else setSending(false)
  }
  return (
    <WishForm
      label={t(`action.${action}`)}
      fieldsRef={first}
      meanwhile={{ stale: form.stale, isLooking: form.isLooking }}
      isBusy={isSending || form.isCatchingUp}
      cancelLabel={t('move.cancel')}
      sendLabel={t(`action.${action}`)}
      onSend={meant.press}
      onCancel={form.cancelling(onDone)}
    >
      <p className={styles.title}>{t(`move.${action}.title`)}</p>
      {isClaim ? (
        <SuggestField
          label={t('move.claim.owner')}
          value={owner}
          longest={LONGEST.personName}
          openOnFocus={false}
          suggestions={names}
          isSpelled
          error={hasTried && isOwnerMissing ? t('move.claim.ownerMissing') : meant.error}
          onChange={(typed) => form.change({ owner: typed })}
        />
      ) : null}
      <TextArea
        label={t(isClaim ? 'move.remarkOptional' : 'move.remark')}
        autosize
        minRows={2}
        maxRows={6}
        longest={LONGEST.remark}
        value={remark}
        error={hasTried && isRemarkMissing ? t('move.remarkMissing') : null}
        onChange={(event) => form.change({ remark: event.currentTarget.value })}
      />
    </WishForm>
  )
}
