import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import type { Stale, Version } from '../../../../shared/contract/versions.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useMay } from '../../../lib/may.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { OthersChange } from '../../../ui/OthersChange.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { useDepartments } from '../people/use-departments.ts'
import { SavedMark } from '../settings/SavedMark.tsx'
import { useSaving } from '../settings/use-saving.ts'
import { IssueTypeRow } from './IssueTypeRow.tsx'
import styles from './IssueTypesSection.module.css'
import { freeDigits, MOST_ISSUE_TYPES, newTypeId, withChange, withDigit } from './issue-type-rows.ts'
import { removeIssueType, saveIssueTypes } from './issue-types.actions.ts'

const words = textsOf('settings')

/** What is done to the list, whatever it is by then. */
type Change = (types: readonly IssueType[]) => readonly IssueType[]

/** What kinds of issues there are, and how long each may take. `?type=` puts the focus on one of them. */
export function IssueTypesSection() {
  const { t } = useTranslation('settings')
  const known = useQuery(issueTypes)
  const departments = useDepartments()
  const { state, save } = useSaving()
  const may = useMay('tickets.saveIssueTypes')
  const [fresh, setFresh] = useState<IssueType | null>(null)
  const types = known.data ?? []
  const asked = useSearchParams()[0].get('type')

  const version = known.data?.[0]?.version ?? 0
  // A field goes out from the list as it was when the focus came to it; somebody else may change it while one types.
  const seenVersion = useRef<Version | null>(null)
  const lastSent = useRef<Promise<unknown>>(Promise.resolve())
  const [meanwhile, setMeanwhile] = useState<{ stale: Stale; mine: Change } | null>(null)
  const [timesLooked, setTimesLooked] = useState(0)

  if (known.isError) return <FailedState {...failureOf(known.error)} onRetry={() => void known.refetch()} />

  const send = async (change: Change, seen?: Version) => {
    const now = queryClient.getQueryData(issueTypes.queryKey) ?? types
    let isStale = false
    const onStale = (stale: Stale) => {
      isStale = true
      setMeanwhile({ stale, mine: change })
    }
    const seenNow = seen ?? seenVersion.current ?? now[0]?.version ?? 0
    const refusal = await saveIssueTypes(change(now), now, { version: seenNow, onStale })
    if (refusal === null) {
      setMeanwhile(null)
      seenVersion.current = null
    }
    return isStale ? () => ({ title: words('room.notKept') }) : refusal
  }
  /** One after the other: each goes out from the list that the one before it made. */
  const keep = (change: Change, seen?: Version) =>
    save(() => {
      const sent = lastSent.current.then(() => send(change, seen))
      lastSent.current = sent.catch(() => {})
      return sent
    })
  const changeFresh = async (type: IssueType, change: Partial<IssueType>) => {
    const next = { ...type, ...change }
    setFresh(next)
    if (next.nameZh !== '' && next.nameEn !== '' && (await keep((now) => [...now, next]))) setFresh(null)
    // Its words stand in the row itself until the whole of it is kept.
    return true
  }
  const add = () => {
    const [digit] = freeDigits(types)
    if (digit === undefined) return
    const id = newTypeId(crypto.getRandomValues(new Uint8Array(12)))
    setFresh({ id, nameZh: '', nameEn: '', digit, limit: { amount: 2, unit: 'days' }, department: '' })
  }
  const isFull = types.length >= MOST_ISSUE_TYPES
  return (
    <Panel
      title={t('types.title')}
      aside={<SavedMark state={state} />}
      flush
      actions={
        <Button icon={<Plus aria-hidden="true" />} onClick={add} disabled={isFull || fresh !== null || !may}>
          {t('types.add')}
        </Button>
      }
    >
      <OthersChange call="tickets.saveIssueTypes" isAtEdge />
      <QuietLine>{isFull ? t('types.full') : fresh === null ? t('types.hint') : t('types.needsNames')}</QuietLine>
      {meanwhile === null ? null : (
        <div className={styles.meanwhile}>
          <ChangedMeanwhile stale={meanwhile.stale} isLooking={false} onLook={() => setTimesLooked(timesLooked + 1)} />
          <Button
            size="small"
            tone="primary"
            busy={version < meanwhile.stale.version}
            onClick={() => void keep(meanwhile.mine, meanwhile.stale.version)}
          >
            <SaveWords stale={meanwhile.stale} isLooking={false}>
              {null}
            </SaveWords>
          </Button>
        </div>
      )}
      <fieldset className="bare" disabled={!may}>
        <table
          className={styles.table}
          onFocus={() => {
            seenVersion.current = version
          }}
        >
          <colgroup>
            <col className={styles.digit} />
            <col className={styles.chinese} />
            <col />
            <col className={styles.amount} />
            <col className={styles.unit} />
            <col className={styles.department} />
            <col className={styles.acts} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t('types.digit')}</th>
              <th scope="col">{t('types.nameZh')}</th>
              <th scope="col">{t('types.nameEn')}</th>
              <th scope="col" colSpan={2}>
                {t('types.limit')}
              </th>
              <th scope="col">{t('types.department')}</th>
              <th scope="col">
                <VisuallyHidden>{t('types.actions')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {types.map((type) => (
              <IssueTypeRow
                key={`${type.id} ${timesLooked} ${type.id === asked}`}
                type={type}
                isPointedAt={type.id === asked}
                departments={departments}
                onDigit={(digit) => void keep((now) => withDigit(now, type.id, digit))}
                onChange={(change) => keep((now) => withChange(now, type.id, change))}
                onRemove={() => void removeIssueType(type, types)}
              />
            ))}
            {fresh === null ? null : (
              <IssueTypeRow
                key={fresh.id}
                type={fresh}
                isPointedAt
                departments={departments}
                onDigit={(digit) => {
                  if (freeDigits(types).includes(digit)) setFresh({ ...fresh, digit })
                }}
                onChange={(change) => changeFresh(fresh, change)}
                onRemove={() => setFresh(null)}
              />
            )}
          </tbody>
        </table>
      </fieldset>
    </Panel>
  )
}
