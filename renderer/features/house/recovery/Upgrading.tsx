import { useTranslation } from 'react-i18next'
import type { Upgrade, WorkspaceStatus } from '../../../../shared/contract/house/workspace.ts'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import styles from './Recovery.module.css'

/** Data of an older Earshot is brought up to date: nothing to do but wait, and to know that nothing is lost. */
export function Upgrading({ status }: { status: WorkspaceStatus }) {
  const { t } = useTranslation('recovery')
  const upgrade = status.upgrade ?? NOT_BEGUN
  const { doing, step, of } = upgrade
  return (
    <>
      <h1 className={styles.title}>{t('upgrading.title')}</h1>
      <p className={styles.what}>{t('upgrading.what', { version: status.appVersion })}</p>
      <section className={styles.way} aria-labelledby="upgrading-step">
        <h2 id="upgrading-step" className={styles.wayTitle} role="status">
          {doing === 'copying' ? t('upgrading.copying') : t('upgrading.step', { step, of })}
        </h2>
        <ProgressBar label={t('upgrading.title')} fraction={fractionOf(upgrade)} />
        <p className={styles.wait}>{t('upgrading.wait')}</p>
      </section>
    </>
  )
}

const NOT_BEGUN: Upgrade = { doing: 'copying', step: 0, of: 0, copied: 0 }

/** The copy counts as a step. How far a step is nobody knows, so it counts when it is done. */
function fractionOf({ doing, step, of, copied }: Upgrade): number | null {
  if (of === 0) return null
  return (doing === 'copying' ? copied : step) / (of + 1)
}
