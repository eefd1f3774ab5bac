import { useTranslation } from 'react-i18next'
import { JoinForm } from '../features/team/settings/JoinForm.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './FirstRun.module.css'

/** Who sits here, the seats and the rules come with the hub: none of the steps is left then. */
export function FirstRunJoin({ onJoined, onClose }: { onJoined: () => void; onClose: () => void }) {
  const { t } = useTranslation('team')
  return (
    <Dialog isOpen onClose={onClose} title={t('join.title')} width={560}>
      <p className={styles.about}>{t('alone.what')}</p>
      <JoinForm onJoined={onJoined} />
    </Dialog>
  )
}
