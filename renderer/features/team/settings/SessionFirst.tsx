import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Id } from '../../../../shared/contract/values.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import styles from './LeaveDialog.module.css'

/** A desk changes its hub between sessions: said before anything is asked, with the way to the one that goes on. */
export function SessionFirst({ hub, sessionId, onClose }: { hub: string; sessionId: Id; onClose: () => void }) {
  const { t } = useTranslation('team')
  const { t: common } = useTranslation('common')
  const navigate = useNavigate()
  return (
    <Dialog isOpen onClose={onClose} title={t('left.sessionFirst')}>
      <p className={styles.first}>{t('left.sessionFirstHint', { hub })}</p>
      <DialogFoot>
        <Button onClick={onClose}>{common('action.notNow')}</Button>
        <Button tone="primary" onClick={() => void navigate(`/listen/${sessionId}`)} data-autofocus>
          {t('left.toSession')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
