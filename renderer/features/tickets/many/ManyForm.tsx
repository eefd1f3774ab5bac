import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { SeenTicket, TicketChange } from '../../../../shared/contract/tickets/many-tickets.ts'
import type { Priority, TicketAction } from '../../../../shared/contract/tickets/tickets.ts'
import { asksFirst, needsRemark } from '../../../../shared/domain/tickets/move-needs.ts'
import { ticketActions } from '../../../../shared/domain/tickets/ticket-states.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { everybody, issueTypes } from '../../../lib/common-queries.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { numberText } from '../../../lib/number-text.ts'
import { peopleNames } from '../../../lib/people-options.ts'
import { useSettings } from '../../../lib/settings.ts'
import { isKeepable } from '../../../lib/text-fault.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { Select } from '../../../ui/Select.tsx'
import { SuggestField } from '../../../ui/SuggestField.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { type LeftForm, useLeftForm } from '../../../ui/use-left-form.ts'
import { priorities } from '../ticket-view.ts'
import { departments } from '../tickets.queries.ts'
import { useOwnerMeant } from '../use-owner-meant.ts'
import styles from './ManyForm.module.css'
import { changeMany } from './many.actions.ts'
import type { ManyWhat } from './many-store.ts'

export interface ManyFormProps {
  what: ManyWhat
  seen: readonly SeenTicket[]
  onClose: () => void
}

/** One change for every picked ticket: what it becomes, then one press. */
export function ManyForm({ what, seen, onClose }: ManyFormProps) {
  const { t } = useTranslation('tickets')
  const title = t(`many.title.${what}`, countOf(seen))
  return (
    <Dialog isOpen onClose={onClose} width={440} title={title}>
      <Inside what={what} seen={seen} onClose={onClose} />
    </Dialog>
  )
}

/** A count in words of its own stands beside the count: which form a word has is decided by a number alone. */
const countOf = (seen: readonly SeenTicket[]) => ({ count: seen.length, number: numberText(seen.length) })

interface Fields {
  action: TicketAction
  issueTypeId: string | null
  takesDepartment: boolean
  priority: Priority | null
  words: string
  remark: string
}

const untouched: Fields = {
  action: 'claim',
  issueTypeId: null,
  takesDepartment: true,
  priority: null,
  words: '',
  remark: '',
}

function Inside({ what, seen, onClose }: ManyFormProps) {
  const { t } = useTranslation('tickets')
  const [isSending, setSending] = useState(false)
  const [hasTried, setTried] = useState(false)
  const people = useQuery(everybody).data ?? []
  const me = useSettings()?.me ?? null
  const names = peopleNames(people)
  // Whoever claims mostly does it for themselves, of many as of one.
  const mine = people.find(({ id }) => id === me)?.name ?? ''
  const fieldsFirst = what === 'move' ? { ...untouched, words: mine } : untouched
  const form = useLeftForm(`many ${what}`, fieldsFirst, () => textsOf('tickets')(`many.title.${what}`, countOf(seen)))
  const isNaming = what === 'owner' || (what === 'move' && form.fields.action === 'claim')
  const meant = useOwnerMeant(names, isNaming ? form.fields.words : '', (ownerName) => void send(ownerName))
  const { change, isUnchosen, fields } = useChange(what, form, hasTried, { names, error: meant.error })
  const send = async (ownerName: string) => {
    setTried(true)
    if (change === null || isSending) return
    setSending(true)
    if (await form.send(changeMany(seen, ownedBy(change, ownerName)))) onClose()
    else setSending(false)
  }
  useKeys('tickets', { 'tickets.confirm': meant.press })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        meant.press()
      }}
    >
      {fields}
      <DialogFoot>
        <Button tone="quiet" onClick={form.cancelling(onClose)}>
          {t('move.cancel')}
        </Button>
        <Button type="submit" tone="primary" busy={isSending} disabled={isUnchosen} chord={useChord('tickets.confirm')}>
          {t('many.send', { number: numberText(seen.length) })}
        </Button>
      </DialogFoot>
    </form>
  )
}

const ownedBy = (change: TicketChange, ownerName: string): TicketChange =>
  change.what === 'owner' || (change.what === 'move' && change.action === 'claim') ? { ...change, ownerName } : change

interface Changing {
  /** Null while something is missing. */
  change: TicketChange | null
  /** Nothing is chosen yet where one of a few is to be. */
  isUnchosen?: boolean
  fields: ReactNode
}

/** The fields of one kind of change, and the change they make; once tried, the fields say which words are missing. */
function useChange(
  what: ManyWhat,
  form: LeftForm<Fields>,
  hasTried: boolean,
  owners: { readonly names: readonly string[]; readonly error: string | null },
): Changing {
  const { t, i18n } = useTranslation('tickets')
  const types = useQuery(issueTypes).data ?? []
  const known = useQuery(departments).data ?? []
  const { action, issueTypeId, takesDepartment, priority, words, remark } = form.fields
  const set =
    <Name extends keyof Fields>(name: Name) =>
    (value: Fields[Name]) =>
      form.change({ [name]: value })
  const isWritten = (text: string, longest: number) => !isBlank(text) && isKeepable(text, longest)
  const owner = (
    <SuggestField
      label={t('move.claim.owner')}
      data-autofocus
      value={words}
      longest={LONGEST.personName}
      openOnFocus={false}
      suggestions={owners.names}
      isSpelled
      error={hasTried && isBlank(words) ? t('move.claim.ownerMissing') : owners.error}
      onChange={set('words')}
    />
  )
  switch (what) {
    case 'move': {
      const ownerName = action === 'claim' ? words.trim() : null
      const isReady =
        isKeepable(remark, LONGEST.remark) &&
        (action !== 'claim' || isWritten(words, LONGEST.personName)) &&
        (!needsRemark(action) || !isBlank(remark))
      return {
        change: isReady ? { what, action, ownerName, remark: isBlank(remark) ? null : remark.trim() } : null,
        fields: (
          <>
            <Select
              label={t('move.label')}
              data-autofocus
              value={action}
              onChange={set('action')}
              options={ticketActions.map((each) => ({ value: each, label: t(`action.${each}`) }))}
            />
            {action === 'claim' ? owner : null}
            {asksFirst(action) ? (
              <TextArea
                label={t(needsRemark(action) ? 'move.remark' : 'move.remarkOptional')}
                autosize
                minRows={2}
                maxRows={6}
                longest={LONGEST.remark}
                value={remark}
                error={hasTried && needsRemark(action) && isBlank(remark) ? t('move.remarkMissing') : null}
                onChange={(event) => form.change({ remark: event.currentTarget.value })}
              />
            ) : null}
            <p className={styles.hint}>{t('many.hint.move')}</p>
          </>
        ),
      }
    }
    case 'issueType':
      return {
        change: issueTypeId === null ? null : { what, issueTypeId, takesDepartment },
        isUnchosen: issueTypeId === null,
        fields: (
          <>
            <Select
              label={t('pane.issueType')}
              data-autofocus
              value={issueTypeId}
              onChange={set('issueTypeId')}
              options={types.map(({ id, nameZh, nameEn }) => ({
                value: id,
                label: i18n.language === 'en' ? nameEn : nameZh,
              }))}
            />
            <Checkbox label={t('many.takesDepartment')} checked={takesDepartment} onChange={set('takesDepartment')} />
            <p className={styles.hint}>{t('edit.newLimit')}</p>
          </>
        ),
      }
    case 'department':
      return {
        change: isWritten(words, LONGEST.department) ? { what, department: words.trim() } : null,
        fields: (
          <SuggestField
            label={t('pane.department')}
            data-autofocus
            value={words}
            longest={LONGEST.department}
            openOnFocus={false}
            suggestions={known}
            error={hasTried && isBlank(words) ? t('edit.departmentMissing') : null}
            onChange={set('words')}
          />
        ),
      }
    case 'owner':
      return {
        change: isWritten(words, LONGEST.personName) ? { what, ownerName: words.trim() } : null,
        fields: (
          <>
            {owner}
            <p className={styles.hint}>{t('many.hint.owner')}</p>
          </>
        ),
      }
    case 'priority':
      return {
        change: priority === null ? null : { what, priority },
        isUnchosen: priority === null,
        fields: (
          <SegmentedControl
            label={t('filter.priority')}
            fullWidth
            value={priority === null ? null : String(priority)}
            onChange={(value) =>
              form.change({ priority: priorities.find((each) => String(each) === value) ?? priority })
            }
            options={priorities.map((each) => ({ value: String(each), label: t(`priority.${each}`) }))}
          />
        ),
      }
  }
}
