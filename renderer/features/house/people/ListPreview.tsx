import { useTranslation } from 'react-i18next'
import type { Client } from '../../../../shared/contract/contract.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './ListPreview.module.css'

/** More rows than anybody reads before keeping a list. Those left out are read to the end, to be mended. */
const ROWS_SHOWN = 100
const BAD_ROWS_SHOWN = 1_000

type Plan = Extract<Awaited<ReturnType<Client['people']['readList']>>, { ok: true }>['value']

/** What a list would do: who is new, who is changed, which rows are left out and why. */
export function ListPreview({ good, bad, sheet, heading }: Plan) {
  const { t, i18n } = useTranslation('settings')
  const { t: common } = useTranslation('common')
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  const updates = good.filter((entry) => entry.isUpdate).length
  return (
    <div className={styles.preview}>
      <p className={styles.sum}>
        <Badge tone="praise">{t('list.newCount', { count: good.length - updates })}</Badge>
        {updates === 0 ? null : <Badge tone="accent">{t('list.updateCount', { count: updates })}</Badge>}
        {bad.length === 0 ? null : <Badge tone="soon">{t('list.badCount', { count: bad.length })}</Badge>}
      </p>
      {sheet === null || sheet.others.length === 0 ? null : (
        <p className={styles.aside}>{t('list.onlySheet', { name: sheet.name, others: list.format(sheet.others) })}</p>
      )}
      {heading === null || heading.titles.length === 0 ? null : (
        <p className={styles.aside}>
          {t('list.titles', { row: heading.row, titles: list.format(heading.titles.map(String)) })}
        </p>
      )}
      {bad.length === 0 ? null : (
        <section aria-label={t('list.badTitle')} className={styles.bad}>
          <h3 className={styles.title}>{t('list.badTitle')}</h3>
          <ul>
            {bad.slice(0, BAD_ROWS_SHOWN).map(({ row, reason, text, knownName }) => (
              <li key={row} className={styles.badRow}>
                <span className={styles.number}>{row}</span>
                <span className={styles.reason}>{t(`list.reason.${reason}`, { name: knownName ?? '' })}</span>
                <span className={styles.text}>{text}</span>
              </li>
            ))}
          </ul>
          <Rest count={bad.length - BAD_ROWS_SHOWN} />
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
                <th scope="col">{t('people.role')}</th>
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
                  <td>{common(`role.${person.role}`)}</td>
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
