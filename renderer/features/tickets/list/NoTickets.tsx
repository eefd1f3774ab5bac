import { useQuery } from '@tanstack/react-query'
import { CircleCheckBig, SearchX, Ticket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TicketFilter } from '../../../../shared/contract/tickets/tickets.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { countOf, ticketCount } from '../tickets.queries.ts'

export interface NoTicketsProps {
  /** Words or filters narrow the list; else only the states do. */
  isNarrowed: boolean
  /** The same question about tickets in every state, late or not. */
  inAll: TicketFilter
  onClear: () => void
  onAll: () => void
  onListen: () => void
}

/** Different nothings: no ticket was ever made, all are done, this question finds none, or none in these states. */
export function NoTickets({ isNarrowed, inAll, onClear, onAll, onListen }: NoTicketsProps) {
  const { t } = useTranslation('tickets')
  const ever = useQuery(ticketCount)
  const all = useQuery({ ...countOf(inAll), enabled: isNarrowed })
  if (ever.isPending || (isNarrowed && all.isPending)) return <LoadingState />
  if (isNarrowed && all.data !== undefined && all.data > 0)
    return (
      <EmptyState
        icon={<SearchX />}
        title={t('none.inAll.title')}
        hint={t('none.inAll.hint', { count: all.data })}
        action={<Button onClick={onAll}>{t('none.inAll.act')}</Button>}
      />
    )
  const [kind, icon, act] =
    ever.data === 0
      ? (['ever', <Ticket key="ever" />, onListen] as const)
      : isNarrowed
        ? (['found', <SearchX key="found" />, onClear] as const)
        : (['open', <CircleCheckBig key="open" />, onAll] as const)
  return (
    <EmptyState
      icon={icon}
      title={t(`none.${kind}.title`)}
      hint={t(`none.${kind}.hint`)}
      action={<Button onClick={act}>{t(`none.${kind}.act`)}</Button>}
    />
  )
}
