import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { drillDue } from '../life-channel.queries.ts'
import styles from './DrillDue.module.css'

/** Who else has this month's drill to do, for whoever sees that: so many of them by name, and where the others stand. */
export function DrillLacking({ most = Number.POSITIVE_INFINITY }: { most?: number }) {
  const { t } = useTranslation('life')
  const { othersDue = null, others = [] } = useQuery(drillDue).data ?? {}
  if (othersDue === null || othersDue === 0) return null
  const named = others.slice(0, most)
  const more = othersDue - named.length
  return (
    <div className={styles.lacking}>
      <p>{t('drill.othersDue', { count: othersDue })}</p>
      <ul aria-label={t('drill.lacking')}>
        {named.map(({ id, name, department }) => (
          <li key={id}>
            {name} <span>{department}</span>
          </li>
        ))}
        {more === 0 ? null : (
          <li>
            {Number.isFinite(most) ? (
              <Link to="/life">{t('drill.more', { count: more })}</Link>
            ) : (
              t('drill.more', { count: more })
            )}
          </li>
        )}
      </ul>
    </div>
  )
}
