import { useTranslation } from 'react-i18next'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { numberText } from '../../../lib/number-text.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import styles from './KeptTickets.module.css'
import { closeKept, forgetKept, useKept } from './many-store.ts'

/** After a change of many: which ones it left as they were, each with the reason. */
export function KeptTickets() {
  const { t } = useTranslation('tickets')
  const { kept } = useKept()
  if (kept.length === 0) return null
  return (
    <Dialog isOpen onClose={closeKept} width={560} title={t('many.keptTitle', { number: numberText(kept.length) })}>
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
      <KeptFoot />
    </Dialog>
  )
}

/** The way back is here too: the notice that offers it is under the list, whose keys are the only ones. */
function KeptFoot() {
  const { t } = useTranslation(['tickets', 'common'])
  const { takeBack } = useKept()
  const chord = useChord('undo')
  const changeBack = () => {
    forgetKept()
    takeBack?.()
  }
  useKeys('global', { undo: changeBack }, takeBack !== null)
  return (
    <DialogFoot>
      {takeBack === null ? null : (
        <Button chord={chord} onClick={changeBack}>
          {t('common:action.undo')}
        </Button>
      )}
      {/* Enter after reading must not take back what was changed. */}
      <Button tone="primary" data-autofocus onClick={closeKept}>
        {t('many.keptClose')}
      </Button>
    </DialogFoot>
  )
}
