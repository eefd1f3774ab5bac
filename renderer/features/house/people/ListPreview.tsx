import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from '../../../../shared/contract/contract.ts'
import type { Person, RowFate } from '../../../../shared/contract/house/people.ts'
import { nameKey } from '../../../../shared/domain/house/people-list.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { listOfWords } from '../../../lib/list-of-words.ts'
import { personLabel } from '../../../lib/people-options.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { LeftOut } from '../../../ui/LeftOut.tsx'
import { ScrollBox } from '../../../ui/ScrollBox.tsx'
import { SheetTable } from '../../../ui/SheetTable.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './ListPreview.module.css'

/** More rows than anybody reads before keeping a list. Those left out are read to the end, to be mended. */
const ROWS_SHOWN = 100
const BAD_ROWS_SHOWN = 1_000

export type ListPlan = Extract<Awaited<ReturnType<Client['people']['readList']>>, { ok: true }>['value']

/** What a list would do: who is new, who is changed, who stays as they are, which rows are left out and why. */
export function ListPreview({ good, bad, sheet, heading, leaverCount }: ListPlan) {
  const { t, i18n } = useTranslation('settings')
  const { t: common } = useTranslation('common')
  const known = useQuery(everybody).data ?? []
  const namesakes = useMemo(() => Map.groupBy(known, ({ name }) => nameKey(name)), [known])
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' })
  const hasDays = good.some(({ person }) => person.joinedOn != null)
  const sameRows = good.filter(({ fate }) => fate === 'same')
  // Those that change anything come first.
  const rows = [...good.filter(({ fate }) => fate !== 'same'), ...sameRows]
  const count = (fate: RowFate) => good.filter((one) => one.fate === fate).length
  const [updates, same] = [count('update'), sameRows.length]
  return (
    <div className="stack">
      <p className={styles.sum}>
        <Badge tone="praise">{t('list.newCount', { count: count('new') })}</Badge>
        {updates === 0 ? null : <Badge tone="accent">{t('list.updateCount', { count: updates })}</Badge>}
        {same === 0 ? null : <Badge look="outline">{t('list.sameCount', { count: same })}</Badge>}
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
      {heading === null || heading.unused.length === 0 ? null : (
        <p className={styles.aside}>{t('list.unused', { columns: list.format(heading.unused) })}</p>
      )}
      {bad.length === 0 ? null : (
        <LeftOut
          label={t('list.badTitle')}
          title={t('list.badTitle')}
          lines={bad.slice(0, BAD_ROWS_SHOWN).map(({ row, reasons, text, knownName }) => ({
            key: row,
            place: row,
            reason: reasons
              .map((one) => t(`list.reason.${one}`, { name: knownName ?? '' }))
              .join(t('list.reason.next')),
            text,
          }))}
        >
          <Rest count={bad.length - BAD_ROWS_SHOWN} />
        </LeftOut>
      )}
      {good.length === 0 ? null : (
        <ScrollBox label={t('list.goodTitle')} height={leaverCount === 0 ? 240 : 150}>
          <SheetTable
            heads={[
              { key: 'row', head: t('list.row') },
              { key: 'name', head: t('people.name') },
              { key: 'employeeNumber', head: t('people.employeeNumber') },
              { key: 'department', head: t('people.department') },
              { key: 'email', head: t('people.email') },
              { key: 'role', head: t('people.role') },
              ...(hasDays ? [{ key: 'joinedOn', head: t('people.joinedOn') }] : []),
              { key: 'state', head: <VisuallyHidden>{t('data.state')}</VisuallyHidden> },
            ]}
          >
            {rows.slice(0, ROWS_SHOWN).map(({ row, person, fate }) => (
              <tr key={row}>
                <td className={styles.number}>{row}</td>
                <td>
                  {person.name}
                  {fate === 'new' ? <Namesakes of={namesakes.get(nameKey(person.name)) ?? []} /> : null}
                </td>
                <td className="figures">{person.employeeNumber}</td>
                <td>{person.department}</td>
                <td>{person.email}</td>
                <td>{common(`role.${person.role}`)}</td>
                {hasDays ? <td className="figures">{person.joinedOn}</td> : null}
                <td>
                  {fate === 'same' ? (
                    t('list.same')
                  ) : (
                    <Badge tone={fate === 'update' ? 'accent' : 'neutral'}>{t(`list.${fate}`)}</Badge>
                  )}
                </td>
              </tr>
            ))}
          </SheetTable>
          <Rest count={good.length - ROWS_SHOWN} />
        </ScrollBox>
      )}
    </div>
  )
}

/** A list without numbers says nothing of who moved to another department: whoever reads it sees that somebody of that name is there. */
function Namesakes({ of }: { of: readonly Person[] }) {
  const { t } = useTranslation('settings')
  if (of.length === 0) return null
  return (
    <p className={styles.namesakes}>{t('list.namesakes', { who: listOfWords(of.map(personLabel), 'conjunction') })}</p>
  )
}

function Rest({ count }: { count: number }) {
  const { t } = useTranslation('settings')
  return count <= 0 ? null : <p className="more-rows">{t('list.moreRows', { count })}</p>
}
