import { SearchX } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { COUNTED_AT_MOST } from '../../../shared/contract/search/counted.ts'
import { failureOf } from '../../lib/errors.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import styles from './FindDialog.module.css'
import { FindRowLine } from './FindRowLine.tsx'
import { type FindRow, SCOPES } from './find-rows.ts'
import type { Finding } from './use-finding.ts'

/** A list must hold something to be one; that nothing was found is told to whoever hears the screen. */
const NO_LIST = { role: 'status' }

/** What was found, by kind of thing; one row is under the keys. */
export function FindList({ finding }: { finding: Finding }) {
  const { t } = useTranslation('find')
  const { groups, all, active, scope, text } = finding
  useEffect(() => {
    if (active !== null) document.getElementById(`find-${active.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const number = (total: number) => (total >= COUNTED_AT_MOST ? `${COUNTED_AT_MOST}+` : String(total))
  const foundInAll = all.reduce((sum, { total }) => sum + total, 0)
  const totalOf = (name: string) => all.find(({ group }) => group === name)?.total ?? 0
  const kept = SCOPES.filter((name) => name === 'all' || name === scope || (text !== '' && totalOf(name) > 0))

  const list = { role: 'listbox', 'aria-label': t('list') }
  if (finding.error !== null) return <FailedState {...failureOf(finding.error)} onRetry={finding.retry} />
  return (
    <>
      {/* There before the first word too: what is being read does not move down as somebody begins to type. */}
      <div className={styles.scopes}>
        {kept.map((name) => (
          <Chip key={name} selected={name === scope} onSelect={() => finding.look(name)}>
            {t(`scope.${name}`)} {name === 'all' ? null : number(totalOf(name))}
          </Chip>
        ))}
      </div>
      <div
        className={styles.list}
        id="find-list"
        {...(groups.length > 0 ? list : finding.isFresh ? NO_LIST : {})}
        tabIndex={-1}
        data-old={(!finding.isFresh && !finding.isEarly && groups.length > 0) || undefined}
      >
        {groups.map(({ group, total, rows }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a listbox
          <div key={group} role="group" aria-label={t(`scope.${group}`)}>
            <div className={styles.head} aria-hidden="true">
              {t(text === '' ? `newest.${group}` : `scope.${group}`)}
              {total > rows.length ? <span className={styles.more}>{t('more', { total: number(total) })}</span> : null}
            </div>
            {rows.map((row) => (
              <Option key={row.id} row={row} finding={finding} />
            ))}
          </div>
        ))}
        {!finding.isFresh && (groups.length === 0 || finding.isEarly) ? <LoadingState /> : null}
        {groups.length === 0 && finding.isFresh ? (
          <EmptyState
            icon={<SearchX />}
            title={text === '' ? t('nothingYet') : t('none.title', { text })}
            hint={
              foundInAll === 0
                ? t(text === '' ? 'nothingYetHint' : 'none.hint')
                : t('none.elsewhere', { count: foundInAll, total: number(foundInAll) })
            }
            action={
              foundInAll === 0 ? null : <Button onClick={() => finding.look('all')}>{t('none.lookThere')}</Button>
            }
          />
        ) : null}
      </div>
      {finding.isIndexing ? (
        <p className={styles.indexing} role="status">
          {t('indexing')}
        </p>
      ) : null}
      <footer className={styles.foot} aria-hidden="true">
        <span>
          <KeyCap chord="ArrowUp" /> <KeyCap chord="ArrowDown" /> {t('foot.walk')}
        </span>
        <span>
          <KeyCap chord="Enter" /> {t('foot.open')}
        </span>
        <span>
          <KeyCap chord="Escape" /> {t('foot.close')}
        </span>
      </footer>
    </>
  )
}

function Option({ row, finding }: { row: FindRow; finding: Finding }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, which keeps the focus
    <div
      id={`find-${row.id}`}
      role="option"
      aria-selected={row === finding.active}
      tabIndex={-1}
      className={styles.row}
      onMouseMove={() => row !== finding.active && finding.point(row)}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => finding.open(row)}
    >
      <FindRowLine row={row} typed={finding.text} />
    </div>
  )
}
