import { useTranslation } from 'react-i18next'
import type { TicketEvent } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { changesToTakeBack, whatItDid } from '../../../../shared/domain/tickets/taking-back.ts'
import { useMay } from '../../../lib/may.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useTicketDesk } from '../ticket-desk.ts'
import { TicketHistory } from './TicketHistory.tsx'
import { useEventWords } from './use-event-words.ts'
import { isAgain, latestOf, useStepsBack } from './use-steps-back.ts'

export interface ChangesToTakeBackProps {
  ticketId: Id
  events: readonly TicketEvent[]
  /** Nothing is taken back under a form that changes the same ticket. */
  isUnderForm: boolean
  /** The button is gone then: the focus goes elsewhere. Not out of a form that was opened meanwhile. */
  onTakenBack: () => void
}

const isNoFormOpen = () => useTicketDesk.getState().form === null

/** The history, where a change can be taken back while the ticket is as that change left it; what took something back, done again. */
export function ChangesToTakeBack({ ticketId, events, isUnderForm, onTakenBack }: ChangesToTakeBackProps) {
  const { t } = useTranslation('tickets')
  const chord = useChord('tickets.takeBack')
  const wordsOf = useEventWords(events)
  const may = useMay('tickets.undo') && !isUnderForm
  const found = may ? changesToTakeBack(events) : []
  const latest = latestOf(found, events)
  const { takeBack, takeBackLatest } = useStepsBack(ticketId, events, isNoFormOpen, onTakenBack)
  useKeys('tickets', { 'tickets.takeBack': takeBackLatest }, latest !== undefined)

  const button = (event: TicketEvent) => {
    if (!found.includes(event)) return null
    const label = t(isAgain(event, events) ? 'history.again' : 'history.back')
    return (
      <Button
        size="small"
        aria-label={t('history.pressFor', { label, what: wordsOf(whatItDid(event, events)?.change ?? event) })}
        chord={event === latest ? chord : undefined}
        onClick={() => takeBack(event.id)}
      >
        {label}
      </Button>
    )
  }
  return <TicketHistory events={events} under={button} />
}
