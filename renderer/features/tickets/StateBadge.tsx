import {
  CircleCheck,
  CircleCheckBig,
  CircleDashed,
  CircleDot,
  CirclePause,
  CircleSlash,
  type LucideIcon,
  PhoneOutgoing,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Priority, TicketState } from '../../../shared/contract/tickets/tickets.ts'
import { Badge, type Tone } from '../../ui/Badge.tsx'

/** Colour says who has to act: warm waits for an owner, petrol is being worked on, green is solved, grey rests. */
const LOOKS: Readonly<Record<TicketState, { tone: Tone; icon: LucideIcon; look?: 'outline' }>> = {
  unclaimed: { tone: 'soon', icon: CircleDashed },
  in_progress: { tone: 'accent', icon: CircleDot },
  awaiting_information: { tone: 'neutral', icon: CirclePause },
  awaiting_third_party: { tone: 'neutral', icon: CirclePause },
  resolved: { tone: 'praise', icon: CircleCheck },
  called_back: { tone: 'praise', icon: PhoneOutgoing },
  closed: { tone: 'neutral', icon: CircleCheckBig, look: 'outline' },
  rejected: { tone: 'neutral', icon: CircleSlash, look: 'outline' },
}

export function StateBadge({ state }: { state: TicketState }) {
  const { t } = useTranslation('tickets')
  const { tone, icon: Icon, look = 'soft' } = LOOKS[state]
  return (
    <Badge tone={tone} look={look} icon={<Icon aria-hidden="true" />}>
      {t(`state.${state}`)}
    </Badge>
  )
}

const PRIORITY_TONES: Readonly<Record<Priority, Tone>> = { 1: 'risk', 2: 'soon', 3: 'neutral', 4: 'neutral' }

/** `P1 紧急`. Only the two that press have a colour. */
export function PriorityBadge({ priority }: { priority: Priority }) {
  const { t } = useTranslation('tickets')
  return (
    <Badge tone={PRIORITY_TONES[priority]} look={priority > 2 ? 'outline' : 'soft'}>
      {t(`priority.${priority}`)}
    </Badge>
  )
}
