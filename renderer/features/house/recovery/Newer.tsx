import { useTranslation } from 'react-i18next'
import type { WorkspaceStatus } from '../../../../shared/contract/house/workspace.ts'
import { Button } from '../../../ui/Button.tsx'
import styles from './Recovery.module.css'

/** Data of a newer Earshot: nothing can be done with it here, so there is only the way out. */
export function Newer({ status, onQuit }: { status: WorkspaceStatus; onQuit: () => void }) {
  const { t } = useTranslation('recovery')
  return (
    <>
      <h1 className={styles.title}>{t('newer.title')}</h1>
      <p className={styles.what}>{t('newer.what', { version: status.appVersion })}</p>
      <p className={styles.what}>{t('newer.hint')}</p>
      <div className={styles.acts}>
        <Button tone="primary" size="large" autoFocus onClick={onQuit}>
          {t('quit.act')}
        </Button>
      </div>
    </>
  )
}
