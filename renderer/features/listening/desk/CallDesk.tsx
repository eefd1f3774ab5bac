import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, memo, startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../../../shared/contract/listening/conversations.ts'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { Call } from '../../../../shared/contract/listening/sessions.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { isComposing } from '../../../lib/composition.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { useWhenResting } from '../../../lib/when-resting.ts'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { RowButton } from '../../../ui/RowButton.tsx'
import { conversationOfCall } from '../conversation/conversations.queries.ts'
import { notesOfCall } from '../notes/notes.queries.ts'
import styles from './CallDesk.module.css'
import { foldDesk } from './desk.actions.ts'
import { earlierCalls } from './desk.queries.ts'
import { EarlierCalls, type EarlierCallsProps } from './EarlierCalls.tsx'
import { MaskedHere } from './MaskedHere.tsx'
import { masksIn } from './masked-here.ts'
import { TicketsToBe } from './TicketsToBe.tsx'
import { lookAhead, type TicketToBe, ticketsToBe } from './tickets-to-be.ts'

export interface CallDeskProps {
  call: Call
  /** Nothing of it becomes a ticket. */
  isSealed?: boolean
  onMakeTicket: (ticket: TicketToBe) => void
  onOpenCall: EarlierCallsProps['onOpen']
  stateOf: EarlierCallsProps['stateOf']
}

/**
 * What the call comes to, beside its notes: the tickets to be, what was masked, the calls before it. It looks at what the page holds
 * already once the hands rest; a note is on the screen long before. Give it a `key` of the call.
 */
export const CallDesk = memo(function CallDesk(props: CallDeskProps) {
  const { call, isSealed = false, onMakeTicket, onOpenCall, stateOf } = props
  const { t } = useTranslation('listen')
  const isFolded = useSettings()?.isCallDeskFolded ?? false
  const types = useQuery(issueTypes).data
  const notes = useWhenResting<Note[]>(notesOfCall(call.id))
  const conversation = useWhenResting<Conversation | null>(conversationOfCall(call.id))
  const { reference } = call
  const earlier = useQuery({ ...earlierCalls(reference ?? '', call.id), enabled: canBeFound(reference) })
  const desk = useRef<HTMLElement>(null)

  const [lookedAt, setLookedAt] = useState<readonly Note[]>()
  useEffect(() => {
    if (notes === undefined || types === undefined) return
    return lookAhead(notes, types, () => startTransition(() => setLookedAt(notes)))
  }, [notes, types])
  const toBe = useMemo(
    () => (lookedAt && types && !isSealed ? ticketsToBe(lookedAt, types) : undefined),
    [lookedAt, types, isSealed],
  )
  const first = toBe?.find(({ lacking }) => lacking === null) ?? toBe?.[0]
  const places = useMemo(() => {
    // «None» is said only of what was looked at: a conversation is read a moment later than the notes.
    if (notes === undefined || conversation === undefined) return undefined
    return [
      { place: 'notes' as const, masks: masksIn(notes.map(({ text }) => text)) },
      { place: 'reference' as const, masks: masksIn([reference ?? '']) },
      { place: 'conversation' as const, masks: masksIn(conversation?.lines.map(({ text }) => text) ?? []) },
    ].filter(({ masks }) => masks.length > 0)
  }, [notes, reference, conversation])
  const fold = () => void foldDesk(!isFolded)
  useKeys('listen', {
    'listen.foldDesk': fold,
    'listen.makeTicket': () => (first === undefined ? false : onMakeTicket(first)),
    'listen.earlier': () => {
      const row = desk.current?.querySelector<HTMLElement>('[data-earlier]')
      if (row === null || row === undefined) return false
      row.focus()
    },
  })
  const chord = useChord('listen.foldDesk')
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-desk-row]')]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const next = rows[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (next === undefined) return
    next.focus()
    event.preventDefault()
  }
  const ready = toBe?.filter(({ lacking }) => lacking === null).length
  const maskCount = (places ?? []).flatMap(({ masks }) => masks).reduce((sum, { count }) => sum + count, 0)
  const summary = [
    ready !== undefined && t('desk.sum.toBe', { count: ready }),
    places && t('desk.sum.masked', { count: maskCount }),
    earlier.data && t('desk.sum.earlier', { count: earlier.data.total }),
  ].filter(Boolean)
  return (
    <section ref={desk} className={styles.desk} aria-label={t('desk.region')} onKeyDown={walk}>
      <RowButton className={styles.fold} aria-expanded={!isFolded} onClick={fold}>
        {isFolded ? <ChevronRight aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
        <span className={styles.deskTitle}>{t('desk.title')}</span>
        {isFolded ? <span className={`ellipsis ${styles.sum}`}>{summary.join(' · ')}</span> : null}
        <KeyCap chord={chord} quiet />
      </RowButton>
      {isFolded ? null : (
        <div className={styles.sections}>
          {isSealed ? null : (
            <TicketsToBe
              toBe={toBe}
              first={first}
              quotedCount={notes?.filter(({ ticketId }) => ticketId !== null).length ?? 0}
              onOpen={onMakeTicket}
            />
          )}
          <MaskedHere places={places} />
          {reference === null ? null : (
            <EarlierCalls reference={reference} earlier={earlier} onOpen={onOpenCall} stateOf={stateOf} />
          )}
        </div>
      )}
    </section>
  )
})

/** Two numbers leave the same stars: a masked reference finds nobody. */
const canBeFound = (reference: string | null): boolean => reference !== null && !reference.includes('*')
