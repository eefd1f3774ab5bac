import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketAction, TicketState } from '../../../../shared/contract/tickets/tickets.ts'
import { isComposing } from '../../../lib/composition.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import styles from './MoveToolbar.module.css'
import { NATURAL_NEXT } from './natural-next.ts'

export interface MoveToolbarProps {
  barRef: RefObject<HTMLDivElement | null>
  state: TicketState
  actions: readonly TicketAction[]
  /** The action whose form is open. */
  chosen: TicketAction | null
  onAct: (action: TicketAction) => void
  onLeave: () => void
}

/** What can be done from this state. Its key puts the focus here; then a digit, or arrows and Enter. */
export function MoveToolbar({ barRef, state, actions, chosen, onAct, onLeave }: MoveToolbarProps) {
  const { t } = useTranslation('tickets')
  const chord = useChord('tickets.move')
  const pressed = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const at = buttons.findIndex((button) => button.contains(document.activeElement))
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const byDigit = actions[Number(event.key) - 1]
    if (by !== undefined) buttons[(at + by + buttons.length) % buttons.length]?.focus()
    else if (byDigit !== undefined) onAct(byDigit)
    else if (event.key === 'Escape' && chosen === null) onLeave()
    else return
    event.preventDefault()
  }
  return (
    <div ref={barRef} className={styles.bar} role="toolbar" aria-label={t('move.label')} onKeyDown={pressed}>
      {actions.map((action, index) => (
        <Button
          key={action}
          size="small"
          tone={action === NATURAL_NEXT[state] && chosen === null ? 'primary' : 'default'}
          data-next={action === NATURAL_NEXT[state] || undefined}
          aria-pressed={chosen === null ? undefined : action === chosen}
          onClick={() => onAct(action)}
        >
          {t(`action.${action}`)}
          <span className={styles.digit} aria-hidden="true">
            {index + 1}
          </span>
        </Button>
      ))}
      {actions.length === 0 ? null : (
        <span className={styles.key} aria-hidden="true">
          {t('move.short')} <KeyCap chord={chord} />
        </span>
      )}
    </div>
  )
}
