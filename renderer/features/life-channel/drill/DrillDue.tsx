import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { drillDue, drillHistory } from '../life-channel.queries.ts'
import styles from './DrillDue.module.css'
import { beginDrill } from './drill-store.ts'

/** On Today, while this month's drill is to come. */
export function DrillDue() {
  const { t } = useTranslation('life')
  const due = useQuery(drillDue).data
  const last = useQuery({ ...drillHistory, enabled: due?.isDue === true }).data?.[0]
  if (due?.isDue !== true) return null
  return (
    <Panel title={t('drill.dueTitle')}>
      <div className={styles.due}>
        <p>{t('drill.dueHint')}</p>
        <Button onClick={() => beginDrill(last?.scriptId ?? null)}>{t('drill.begin')}</Button>
      </div>
    </Panel>
  )
}
