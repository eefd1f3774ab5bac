import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Ticket, TicketDetail } from '../../../../shared/contract/tickets/tickets.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { everybody, issueTypes } from '../../../lib/common-queries.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { peopleNames } from '../../../lib/people-options.ts'
import { isKeepable } from '../../../lib/text-fault.ts'
import { useHeardField } from '../../../lib/words-in-hand.ts'
import { SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { Select } from '../../../ui/Select.tsx'
import { SuggestField } from '../../../ui/SuggestField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useLeftSeen } from '../../../ui/use-left-form.ts'
import { priorities } from '../ticket-view.ts'
import { editTicket, type TicketWish } from '../tickets.actions.ts'
import { departments } from '../tickets.queries.ts'
import { useOwnerMeant } from '../use-owner-meant.ts'
import { aboutCallOf } from './quote-calls.ts'
import { WishForm } from './WishForm.tsx'

const wishOf = ({ title, issueTypeId, priority, department, ownerName }: Ticket): TicketWish => ({
  ...{ title, issueTypeId, priority, department },
  ...(ownerName === null ? {} : { ownerName }),
})

/** Title, type, priority, department and, once it is claimed, owner of a ticket. Its quotes are the notes' own. */
export function EditForm({ detail, onDone }: { detail: TicketDetail; onDone: () => void }) {
  const { t, i18n } = useTranslation('tickets')
  const types = useQuery(issueTypes).data ?? []
  const known = useQuery(departments).data ?? []
  const { ticket } = detail
  const [isSending, setSending] = useState(false)
  const named = () => `${ticketName(ticket.number)} ${textsOf('tickets')('pane.edit')}`
  const form = useLeftSeen(`${ticket.id} edit`, ticket.version, wishOf(ticket), named)
  const { fields: wish, change } = form
  useHeardField(aboutCallOf(detail.quotes), wish.title, ticket.title)
  const [typedDepartment, setTypedDepartment] = useState(false)
  const people = useQuery(everybody).data ?? []
  const title = useRef<HTMLTextAreaElement>(null)
  useEffect(() => title.current?.select(), [])

  const isTitleMissing = isBlank(wish.title)
  const isDepartmentMissing = isBlank(wish.department)
  const isOwnerMissing = wish.ownerName !== undefined && isBlank(wish.ownerName)
  const isRefused =
    isTitleMissing ||
    isDepartmentMissing ||
    isOwnerMissing ||
    !isKeepable(wish.title, LONGEST.ticketTitle) ||
    !isKeepable(wish.department, LONGEST.department) ||
    !isKeepable(wish.ownerName ?? '', LONGEST.personName)
  /** The department goes with the type until somebody has typed one, as in review. */
  const changeType = (issueTypeId: string) => {
    const proposed = types.find((type) => type.id === issueTypeId)?.department
    const ofType = issueTypeId === ticket.issueTypeId ? ticket.department : proposed
    change(typedDepartment || !ofType ? { issueTypeId } : { issueTypeId, department: ofType })
  }
  const names = peopleNames(people)
  /** An owner nobody touched stays as it was stored. */
  const typedOwner = wish.ownerName === undefined || wish.ownerName === ticket.ownerName ? '' : wish.ownerName
  const meant = useOwnerMeant(names, typedOwner, (ownerName) => void save(ownerName))
  const save = async (ownerName: string) => {
    if (isRefused || isSending || form.isCatchingUp) return
    setSending(true)
    if (await form.send(editTicket(ticket.id, ownerName === '' ? wish : { ...wish, ownerName }, form.seen))) onDone()
    else setSending(false)
  }
  return (
    <WishForm
      label={t('pane.edit')}
      meanwhile={{ ...form, onLook: form.look }}
      isBusy={isSending || form.isCatchingUp}
      isRefused={isRefused}
      cancelLabel={t('edit.cancel')}
      sendLabel={<SaveWords {...form}>{t('edit.save')}</SaveWords>}
      onSend={meant.press}
      onCancel={form.cancelling(onDone)}
    >
      <TextArea
        ref={title}
        label={t('edit.title')}
        autosize
        minRows={1}
        maxRows={4}
        longest={LONGEST.ticketTitle}
        value={wish.title}
        error={isTitleMissing ? t('edit.titleMissing') : null}
        onChange={(event) => change({ title: event.currentTarget.value.replaceAll('\n', ' ') })}
      />
      <div>
        <FieldLabel>{t('filter.priority')}</FieldLabel>
        <SegmentedControl
          label={t('filter.priority')}
          fullWidth
          value={String(wish.priority)}
          onChange={(value) => change({ priority: priorities.find((each) => String(each) === value) ?? wish.priority })}
          options={priorities.map((each) => ({ value: String(each), label: t(`priority.${each}`) }))}
        />
      </div>
      <Select
        label={t('pane.issueType')}
        description={wish.issueTypeId === ticket.issueTypeId ? undefined : t('edit.newLimit')}
        value={wish.issueTypeId}
        onChange={changeType}
        options={types.map((type) => ({ value: type.id, label: i18n.language === 'en' ? type.nameEn : type.nameZh }))}
      />
      <SuggestField
        label={t('pane.department')}
        value={wish.department}
        longest={LONGEST.department}
        openOnFocus={false}
        suggestions={known}
        error={isDepartmentMissing ? t('edit.departmentMissing') : null}
        onChange={(department) => {
          setTypedDepartment(true)
          change({ department })
        }}
      />
      {wish.ownerName === undefined ? null : (
        <SuggestField
          label={t('pane.owner')}
          value={wish.ownerName}
          longest={LONGEST.personName}
          openOnFocus={false}
          suggestions={names}
          isSpelled
          error={isOwnerMissing ? t('move.claim.ownerMissing') : meant.error}
          onChange={(ownerName) => change({ ownerName })}
        />
      )}
    </WishForm>
  )
}
