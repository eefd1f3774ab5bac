import { useTranslation } from 'react-i18next'
import type { TicketEvent } from '../../../../shared/contract/tickets/tickets.ts'
import { whatItDid } from '../../../../shared/domain/tickets/taking-back.ts'

/** What each event of a ticket's history is called. */
export function useEventWords(events: readonly TicketEvent[]): (event: TicketEvent) => string {
  const { t } = useTranslation('tickets')
  const name = (event: TicketEvent) => {
    if (event.what === 'brought' && event.remark === null) return t('history.broughtSame')
    return event.what === 'moved' && event.action !== null
      ? t(`history.did.${event.action}`)
      : t(`history.${event.what}`)
  }
  return (event) => {
    const did = whatItDid(event, events)
    if (did === null) return t('history.takenBack')
    return did.way === 'done' ? name(event) : t(`history.way.${did.way}`, { what: name(did.change) })
  }
}
