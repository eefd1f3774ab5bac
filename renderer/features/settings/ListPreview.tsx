import { useTranslation } from 'react-i18next'
import type { BadRow, PersonWish } from '../../../shared/contract/people.ts'
import { Badge } from '../../ui/Badge.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './ListPreview.module.css'

/** More rows than anybody reads before keeping a list. */
const ROWS_SHOWN = 100

export interface ListPreviewProps {
  good: readonly { row: number; person: PersonWish; isUpdate: boolean }[]
  bad: readonly BadRow[]
}

/** What a list would do: who is new, who is changed, which rows are left out and why. */
export function ListPreview({ good, bad }: ListPreviewProps) {
  const { t } = useTranslation('settings')
  const updates = good.filter((entry) => entry.isUpdate).length
  return (
    <div className={styles.preview}>
      <p className={styles.sum}>
        <Badge tone="praise">{t('list.newCount', { count: good.length - updates })}</Badge>
        {updates === 0 ? null : <Badge tone="accent">{t('list.updateCount', { count: updates })}</Badge>}
        {bad.length === 0 ? null : <Badge tone="soon">{t('list.badCount', { count: bad.length })}</Badge>}
      </p>
      {bad.length === 0 ? null : (
        <section aria-label={t('list.badTitle')} className={styles.bad}>
          <h3 className={styles.title}>{t('list.badTitle')}</h3>
          <ul>
            {bad.slice(0, ROWS_SHOWN).map(({ row, reason, text }) => (
              <li key={row} className={styles.badRow}>
                <span className={styles.number}>{row}</span>
                <span className={styles.reason}>{t(`list.reason.${reason}`)}</span>
                <span className={styles.text}>{text}</span>
              </li>
            ))}
          </ul>
          <Rest count={bad.length - ROWS_SHOWN} />
        </section>
      )}
      {good.length === 0 ? null : (
        <section aria-label={t('list.goodTitle')} className={styles.good}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('list.row')}</th>
                <th scope="col">{t('people.name')}</th>
                <th scope="col">{t('people.employeeNumber')}</th>
                <th scope="col">{t('people.department')}</th>
                <th scope="col">{t('people.email')}</th>
                <th scope="col">
                  <VisuallyHidden>{t('data.state')}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {good.slice(0, ROWS_SHOWN).map(({ row, person, isUpdate }) => (
                <tr key={row}>
                  <td className={styles.number}>{row}</td>
                  <td>{person.name}</td>
                  <td className="figures">{person.employeeNumber}</td>
                  <td>{person.department}</td>
                  <td>{person.email}</td>
                  <td>
                    <Badge tone={isUpdate ? 'accent' : 'neutral'}>{isUpdate ? t('list.update') : t('list.new')}</Badge>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Rest count={good.length - ROWS_SHOWN} />
        </section>
      )}
    </div>
  )
}

function Rest({ count }: { count: number }) {
  const { t } = useTranslation('settings')
  return count <= 0 ? null : <p className={styles.rest}>{t('list.moreRows', { count })}</p>
}
