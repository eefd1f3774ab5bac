import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { drillDue, drillHistory } from '../life-channel.queries.ts'
import styles from './DrillDue.module.css'
import { DrillLacking } from './DrillLacking.tsx'
import { beginDrill } from './drill-store.ts'

/** As many as are asked in passing. */
const NAMED_ON_TODAY = 8

/** On Today, while this month's drill is to come, and whose it still is where one looks after others. */
export function DrillDue() {
  const { t } = useTranslation('life')
  const due = useQuery(drillDue).data
  const isMine = due?.isDue === true
  const last = useQuery({ ...drillHistory, enabled: isMine }).data?.[0]
  if (!isMine && (due?.othersDue ?? 0) === 0) return null
  return (
    <Panel title={t('drill.dueTitle')}>
      {isMine ? (
        <div className={styles.due}>
          <p>{t('drill.dueHint')}</p>
          <Button onClick={() => beginDrill(last?.scriptId ?? null)}>{t('drill.begin')}</Button>
        </div>
      ) : null}
      <DrillLacking most={NAMED_ON_TODAY} />
    </Panel>
  )
}
