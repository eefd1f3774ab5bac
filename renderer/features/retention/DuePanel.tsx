import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueItem, DueOfKind } from '../../../shared/contract/retention/retention.ts'
import type { RulesByKind } from '../../../shared/contract/retention/rules.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { currentSession } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { dateTime, fullDateName } from '../../lib/formats.ts'
import { instantNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { sentences } from '../../lib/sentences.ts'
import { useMember } from '../../lib/team.ts'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietLine } from '../../ui/QuietLine.tsx'
import { ClockNotice } from './ClockNotice.tsx'
import { DueTable } from './DueTable.tsx'
import { KeepDialog } from './KeepDialog.tsx'
import { KeptTable } from './KeptTable.tsx'
import styles from './Retention.module.css'
import { dueHere, dueWords } from './retention.queries.ts'

/** What goes in the next 30 days, before it goes: at the hub and here. */
export function DuePanel({ rules }: { rules: RulesByKind }) {
  const { t } = useTranslation('retention')
  const [keeping, setKeeping] = useState<Id | null>(null)
  const isMember = useMember() !== null
  const due = useQuery(dueWords)
  const here = useQuery(dueHere)
  const listening = useQuery(currentSession)
  const problem = due.error ?? here.error
  const retry = () => void Promise.all([due.refetch(), here.refetch()])
  if (problem !== null) return <FailedState {...failureOf(problem)} onRetry={retry} />
  if (due.data === undefined || here.data === undefined) return <LoadingState />
  const kinds = [here.data.drafts, ...due.data.kinds].filter(
    ({ kind, items }) => rules[kind] !== null && items.length > 0,
  )
  // What a hub deletes does not wait for who listens here.
  const ofHere = isMember ? [here.data.drafts] : kinds
  const isAnyDue =
    here.data.copies.toGo > 0 ||
    ofHere.some(({ items }) => items.some(({ stays, goesOn }) => stays === null && goesOn <= here.data.today))
  const heldOffSince = isAnyDue && here.data.waits === null ? (listening.data?.startedAt ?? null) : null
  const isOff = Object.values(rules).every((rule) => rule === null)
  return (
    <>
      {isOff ? null : <ClockNotice atHub={due.data.waits ?? null} here={here.data.waits} />}
      <Panel title={t('due.title')} flush>
        {heldOffSince === null ? null : <Told what="heldOff" at={heldOffSince} />}
        {due.data.failedAt ? <Told what="failedAtHub" at={due.data.failedAt} /> : null}
        {here.data.failedAt === null ? null : <Told what="failed" at={here.data.failedAt} />}
        {here.data.running === null ? null : (
          <p className={styles.line}>{t('due.running', { count: here.data.running.done })}</p>
        )}
        {kinds.length === 0 ? <QuietLine>{t(isOff ? 'due.off' : 'due.none')}</QuietLine> : null}
        {kinds.map((one) => (
          <Group key={one.kind} due={one} onKeep={setKeeping} />
        ))}
        {isOff ? null : <Copies {...here.data} />}
      </Panel>
      {due.data.kept.length === 0 ? null : (
        <Panel title={t('kept.title')} flush>
          <KeptTable kept={due.data.kept} />
        </Panel>
      )}
      {keeping === null ? null : (
        <KeepDialog sessionId={keeping} today={due.data.today} onClose={() => setKeeping(null)} />
      )}
    </>
  )
}

/** Due, and not gone: why. */
function Told({ what, at }: { what: 'heldOff' | 'failed' | 'failedAtHub'; at: Instant }) {
  const { t } = useTranslation('retention')
  return (
    <p className={styles.line} role="status">
      {t(`due.${what}`, { since: dateTime(at, usePlace(), instantNow()) })}
    </p>
  )
}

function Group({ due, onKeep }: { due: DueOfKind; onKeep: (sessionId: Id) => void }) {
  const { t } = useTranslation('retention')
  const left = due.count - due.items.filter(({ stays }: DueItem) => stays === null).length
  return (
    <section aria-label={t(`kind.${due.kind}`)}>
      <h3 className={styles.group}>
        {t(`kind.${due.kind}`)} <span>{t('due.count', { count: due.count })}</span>
      </h3>
      <DueTable items={due.items} onKeep={onKeep} />
      {left > 0 ? <p className={styles.line}>{t('due.more', { count: left })}</p> : null}
    </section>
  )
}

function Copies({
  copies,
  copiesHoldUntil,
}: {
  copies: { count: number; toGo: number }
  copiesHoldUntil: string | null
}) {
  const { t } = useTranslation('retention')
  const { language } = usePlace()
  if (copies.count === 0) return null
  return (
    <p className={styles.line}>
      {sentences(
        t('due.copies', copies),
        copiesHoldUntil === null
          ? t('due.copiesHoldForGood')
          : t('due.copiesHold', { date: fullDateName(copiesHoldUntil, language) }),
      )}
    </p>
  )
}
