import { useQuery } from '@tanstack/react-query'
import { FileQuestion, Pencil, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketAction, TicketDetail } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { asksFirst } from '../../../../shared/domain/tickets/move-needs.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { AnswerRefused } from '../../../lib/answers.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useMay } from '../../../lib/may.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { OthersChange } from '../../../ui/OthersChange.tsx'
import { PriorityBadge, StateBadge } from '../StateBadge.tsx'
import { openForm, useTicketDesk, want } from '../ticket-desk.ts'
import { moveTicket } from '../tickets.actions.ts'
import { ticketDetail } from '../tickets.queries.ts'
import { ChangesToTakeBack } from './ChangesToTakeBack.tsx'
import { EditForm } from './EditForm.tsx'
import { MoveForm } from './MoveForm.tsx'
import { MoveToolbar } from './MoveToolbar.tsx'
import { Quotes } from './Quotes.tsx'
import { aboutCallOf } from './quote-calls.ts'
import { TicketFacts } from './TicketFacts.tsx'
import styles from './TicketPane.module.css'

export interface TicketPaneProps {
  ticketId: Id
  onClose: () => void
  /** After a form is done or left: the focus goes back to the list. */
  onLeaveForm: () => void
}

/** One ticket beside the list. */
export function TicketPane({ ticketId, onClose, onLeaveForm }: TicketPaneProps) {
  const { t } = useTranslation('tickets')
  const detail = useQuery(ticketDetail(ticketId))
  const closeButton = (
    <IconButton icon={<X />} label={t('pane.close')} chord={useChord('tickets.close')} onClick={onClose} />
  )
  if (detail.data !== undefined)
    return <OpenTicket key={ticketId} detail={detail.data} onLeaveForm={onLeaveForm} closeButton={closeButton} />
  // An address cut short on its way names no ticket either.
  const isGone = detail.error instanceof AnswerRefused && ['not_found', 'bad_input'].includes(detail.error.refusal.code)
  return (
    <aside className="pane above-notices" aria-label={t('page.title')}>
      <div className={styles.corner}>{closeButton}</div>
      {detail.isPending ? <LoadingState label={t('pane.reading')} /> : null}
      {isGone ? <EmptyState icon={<FileQuestion />} title={t('pane.gone.title')} hint={t('pane.gone.hint')} /> : null}
      {detail.isError && !isGone ? (
        <FailedState {...failureOf(detail.error)} onRetry={() => void detail.refetch()} />
      ) : null}
    </aside>
  )
}

function OpenTicket({
  detail,
  onLeaveForm,
  closeButton,
}: {
  detail: TicketDetail
  onLeaveForm: () => void
  closeButton: React.ReactNode
}) {
  const { t } = useTranslation('tickets')
  const { ticket, actions } = detail
  const { form: open, wanted } = useTicketDesk()
  const form = open?.kind === 'many' ? null : open
  const toolbar = useRef<HTMLDivElement>(null)
  const [isExplained, setExplained] = useState(false)
  useEffect(() => () => openForm(null), [])
  useEffect(() => {
    if (wanted === null) return
    want(null)
    if (wanted === 'edit') openForm({ kind: 'edit' })
    else if (wanted === 'deadline') setExplained((isOpen) => !isOpen)
    else
      (toolbar.current?.querySelector<HTMLElement>('[data-next]') ?? toolbar.current?.querySelector('button'))?.focus()
  }, [wanted])

  const leave = () => {
    openForm(null)
    onLeaveForm()
  }
  const act = (action: TicketAction) => {
    if (asksFirst(action)) openForm({ kind: 'move', action })
    else
      void moveTicket(ticket, action).then((isMoved) => {
        // Out of a form that was opened meanwhile nobody is led.
        if (isMoved && useTicketDesk.getState().form === null) onLeaveForm()
      })
  }
  useKeys(
    'tickets',
    { 'tickets.close': () => (isExplained ? setExplained(false) : leave()) },
    isExplained || form !== null,
  )
  const may = useMay('tickets.move')
  const editChord = useChord('tickets.edit')
  const number = ticketName(ticket.number)
  return (
    <aside className="pane above-notices" aria-label={t('pane.region', { number })}>
      <header className="pane-head">
        {/* Above what was heard even while the title is a field. */}
        <h2 className={styles.number}>{number}</h2>
        <PriorityBadge priority={ticket.priority} />
        <StateBadge state={ticket.state} />
        <span className={styles.acts}>
          {may ? (
            <IconButton
              icon={<Pencil />}
              label={t('pane.edit')}
              chord={editChord}
              onClick={() => openForm({ kind: 'edit' })}
            />
          ) : null}
          {closeButton}
        </span>
      </header>
      <div className={styles.body}>
        {form?.kind === 'edit' ? (
          <EditForm detail={detail} onDone={leave} />
        ) : (
          <>
            <h3 className={styles.title}>{ticket.title}</h3>
            <OthersChange call="tickets.move" />
            <MoveToolbar
              barRef={toolbar}
              state={ticket.state}
              actions={may ? actions : []}
              chosen={form?.action ?? null}
              onAct={act}
              onLeave={onLeaveForm}
            />
            {form === null ? null : (
              <MoveForm
                key={form.action}
                ticket={ticket}
                about={aboutCallOf(detail.quotes)}
                action={form.action}
                onDone={leave}
              />
            )}
            <TicketFacts detail={detail} isExplained={isExplained} onExplain={setExplained} />
          </>
        )}
        <Quotes quotes={detail.quotes} />
        <ChangesToTakeBack
          ticketId={ticket.id}
          events={detail.events}
          isUnderForm={open !== null}
          onTakenBack={onLeaveForm}
        />
      </div>
    </aside>
  )
}
