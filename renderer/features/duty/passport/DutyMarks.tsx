import { CircleCheckBig, CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DutyCounts } from '../../../../shared/contract/duty/passports.ts'
import { dutyKinds } from '../../../../shared/domain/duty/duty-kinds.ts'
import styles from './DutyMarks.module.css'

/** The duties of a year side by side, what is done of what is owed; those that are not owed and not done are left out. */
export function DutyMarks({ owed, done }: { owed: DutyCounts; done: DutyCounts }) {
  const { t } = useTranslation('duty')
  const shown = dutyKinds.filter((kind) => owed[kind] > 0 || done[kind] > 0)
  return (
    <ul className={styles.marks}>
      {shown.map((kind) => (
        <li
          key={kind}
          className={styles.mark}
          data-done={done[kind] >= owed[kind] || undefined}
          aria-label={t('mark.done', { kind: t(`kind.${kind}`), done: done[kind], owed: owed[kind] })}
        >
          <span className={styles.kind} aria-hidden="true">
            {done[kind] >= owed[kind] ? <CircleCheckBig /> : <CircleDashed />}
            {t(`short.${kind}`)}
          </span>
          <span className={styles.count} aria-hidden="true">
            {done[kind]}/{owed[kind]}
          </span>
        </li>
      ))}
    </ul>
  )
}
