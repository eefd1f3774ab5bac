import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetentionRules } from '../../../shared/contract/retention/rules.ts'
import { failureOf } from '../../lib/errors.ts'
import { fullDateName } from '../../lib/formats.ts'
import { textsOf } from '../../lib/i18n.ts'
import { useMay } from '../../lib/may.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../ui/ChangedMeanwhile.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useLeftSeen } from '../../ui/use-left-form.ts'
import { useTableKeys } from '../../ui/use-table-keys.ts'
import { DuePanel } from './DuePanel.tsx'
import { LedgerPanel } from './LedgerPanel.tsx'
import styles from './Retention.module.css'
import { RuleRow } from './RuleRow.tsx'
import { saveRules, type ToUnderstand } from './retention.actions.ts'
import { retentionRules } from './retention.queries.ts'
import { isSound, KINDS, typedOf, wantedOf } from './typed-rules.ts'

/** For how many days words are kept, per kind; what will go by that, and what went. */
export function RetentionSection() {
  const page = useRef<HTMLDivElement>(null)
  useTableKeys(page)
  const stored = useQuery(retentionRules)
  if (stored.error !== null) return <FailedState {...failureOf(stored.error)} onRetry={() => void stored.refetch()} />
  if (stored.data === undefined) return <LoadingState />
  return (
    <div ref={page} className="stack">
      <Form stored={stored.data} />
      <DuePanel rules={stored.data.rules} />
      <LedgerPanel />
    </div>
  )
}

function Form({ stored }: { stored: RetentionRules }) {
  const { t } = useTranslation('retention')
  const { language } = usePlace()
  const mayChange = useMay('retention.saveRules')
  const [toUnderstand, setToUnderstand] = useState<ToUnderstand | null>(null)
  const now = typedOf(stored.rules)
  // A limit is a field of its own: what somebody else changed of the others is not put back with it.
  const form = useLeftSeen('retention', stored.version, now, () => textsOf('retention')('title'), true)
  const typed = form.fields
  const wanted = wantedOf(typed)
  const isChanged = JSON.stringify(wanted) !== JSON.stringify(wantedOf(now))
  const isWhole = KINDS.every((kind) => isSound(typed[kind]))
  const leave = () => form.taken(typed)
  const maySave = isChanged && isWhole && !form.isCatchingUp
  const save = async (isUnderstood: boolean) => {
    const { seen } = form
    const asked = { isUnderstood, seenVersion: seen.version, onStale: seen.onStale }
    const outcome = await form.send(saveRules(wanted, stored, asked), (answer) => answer === 'saved')
    if (outcome === 'saved') form.taken(typed)
    setToUnderstand(typeof outcome === 'string' ? null : outcome)
  }
  const send = () => {
    if (maySave) void save(false)
  }
  useKeys('dialog', { 'dialog.confirm': send }, mayChange)
  const chord = useChord('dialog.confirm')
  return (
    <Panel title={t('title')}>
      <form
        className={styles.section}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <p className={styles.hint}>{t('hint')}</p>
        <fieldset className={`bare ${styles.rules}`} disabled={!mayChange}>
          {KINDS.map((kind) => (
            <RuleRow
              key={kind}
              kind={kind}
              typed={typed[kind]}
              stored={stored.rules[kind]}
              onChange={(change) => form.change({ [kind]: { ...typed[kind], ...change } })}
            />
          ))}
        </fieldset>
        <ChangedMeanwhile stale={form.stale} isLooking={form.isLooking} onLook={form.look} />
        {mayChange ? (
          <div className={styles.acts}>
            <Button type="submit" tone="primary" chord={chord} disabled={!maySave}>
              <SaveWords stale={form.stale} isLooking={form.isLooking}>
                {t('save')}
              </SaveWords>
            </Button>
            {isChanged ? <Button onClick={leave}>{t('leave')}</Button> : null}
          </div>
        ) : null}
      </form>
      <ConfirmDialog
        isOpen={toUnderstand !== null}
        title={t('confirm.title')}
        confirmLabel={t('confirm.act')}
        tone="danger"
        onClose={() => setToUnderstand(null)}
        onConfirm={() => void save(true)}
      >
        {toUnderstand === null
          ? null
          : t('confirm.text', {
              kinds: toUnderstand.kinds.map((kind) => t(`kind.${kind}`)).join(language === 'zh' ? '、' : ', '),
              date: fullDateName(toUnderstand.firstOn, language),
            })}
      </ConfirmDialog>
    </Panel>
  )
}
