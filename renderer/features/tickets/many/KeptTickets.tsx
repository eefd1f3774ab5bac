import { useTranslation } from 'react-i18next'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { numberText } from '../../../lib/formats.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import styles from './KeptTickets.module.css'
import { showKept, useKept } from './many-store.ts'

/** After a change of many: which ones it left as they were, each with the reason. */
export function KeptTickets() {
  const { t } = useTranslation('tickets')
  const { kept } = useKept()
  const close = () => showKept([])
  if (kept.length === 0) return null
  return (
    <Dialog isOpen onClose={close} width={560} title={t('many.keptTitle', { number: numberText(kept.length) })}>
      <ul className={styles.list}>
        {kept.map(({ ticketId, number, title, state, why }) => (
          <li key={ticketId} className={styles.ticket}>
            <span className={styles.number}>{number === null ? '—' : ticketName(number)}</span>
            <span className={styles.title}>{title}</span>
            <span className={styles.why}>
              {t(`many.why.${why}`, { state: state === null ? '' : t(`state.${state}`) })}
            </span>
          </li>
        ))}
      </ul>
      <DialogFoot>
        <Button tone="primary" onClick={close}>
          {t('many.keptClose')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
