import { useQuery } from '@tanstack/react-query'
import { CircleCheckBig, SearchX, Ticket } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { ticketCount } from '../tickets.queries.ts'

export interface NoTicketsProps {
  /** Words or filters narrow the list; else only the states do. */
  isNarrowed: boolean
  onClear: () => void
  onAll: () => void
  onListen: () => void
}

/** Three different nothings: no ticket was ever made, all are done, or this question finds none. */
export function NoTickets({ isNarrowed, onClear, onAll, onListen }: NoTicketsProps) {
  const { t } = useTranslation('tickets')
  const ever = useQuery(ticketCount)
  if (ever.isPending) return <LoadingState />
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
