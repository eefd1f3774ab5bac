import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaskingRules } from '../../../../shared/contract/house/masking.ts'
import { LONGEST, MOST_RULES } from '../../../../shared/contract/limits.ts'
import { faultOfRule, hiddenBy } from '../../../../shared/domain/listening/masking/company-rules.ts'
import { maskText } from '../../../../shared/domain/listening/masking/mask-text.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useMay } from '../../../lib/may.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { MaskedWords } from '../../../ui/MaskedWords.tsx'
import { OthersChange } from '../../../ui/OthersChange.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useLeftSeen } from '../../../ui/use-left-form.ts'
import styles from './MaskingSection.module.css'
import { saveMaskingRules } from './masking.actions.ts'
import { maskingRules } from './masking.queries.ts'
import { RuleRow } from './RuleRow.tsx'
import { type TypedRule, typedOf, wantedOf } from './typed-rules.ts'

/** Which numbers of its own the company masks beside personal data, each tried on its examples while it is typed. */
export function MaskingSection() {
  const known = useQuery(maskingRules)
  if (known.isError) return <FailedState {...failureOf(known.error)} onRetry={() => void known.refetch()} />
  if (known.data === undefined) return <LoadingState />
  return <MaskingForm known={known.data} />
}

function MaskingForm({ known }: { known: MaskingRules }) {
  const { t } = useTranslation('settings')
  const may = useMay('masking.save')
  const now = { rules: typedOf(known.rules), hidesOrders: known.hidesOrders }
  const form = useLeftSeen('masking', known.version, now, () => textsOf('settings')('masking.title'), true)
  const [isBusy, setBusy] = useState(false)
  const { rules, hidesOrders } = form.fields
  const wanted = { rules: wantedOf(rules), hidesOrders }
  const change = (index: number, part: Partial<TypedRule>) =>
    form.change({ rules: rules.map((rule, place) => (place === index ? { ...rule, ...part } : rule)) })
  const isSound = wanted.rules.every((rule) => faultOfRule(rule) === null)
  const isChanged = JSON.stringify(form.fields) !== JSON.stringify(now)
  const save = async () => {
    setBusy(true)
    if (await form.send(saveMaskingRules(wanted, known, form.seen))) form.taken({ rules, hidesOrders })
    setBusy(false)
  }
  return (
    <Panel
      title={t('masking.title')}
      aside={isChanged ? t('masking.unsaved') : null}
      actions={
        <Button
          icon={<Plus aria-hidden="true" />}
          disabled={!may || rules.length >= MOST_RULES}
          onClick={() => form.change({ rules: [...rules, { name: '', pattern: '', examples: '' }] })}
        >
          {t('masking.add')}
        </Button>
      }
    >
      <div className={styles.form}>
        <OthersChange call="masking.save" />
        <p className={styles.hint}>{t('masking.hint')}</p>
        <fieldset className={`bare ${styles.form}`} disabled={!may}>
          <Checkbox
            label={t('masking.orders')}
            description={t('masking.ordersHint')}
            checked={hidesOrders}
            onChange={(next) => form.change({ hidesOrders: next })}
          />
          {rules.length === 0 ? <p className={styles.hint}>{t('masking.none')}</p> : null}
          {rules.map((rule, index) => (
            <RuleRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no other name than its place until it is saved
              key={index}
              number={index + 1}
              rule={rule}
              onChange={(part) => change(index, part)}
              onRemove={() => form.change({ rules: rules.filter((_, place) => place !== index) })}
            />
          ))}
        </fieldset>
        <TryOut tried={(text) => wanted.rules.reduce((masked, rule) => hiddenBy(rule, masked), text)} />
        <ChangedMeanwhile stale={form.stale} isLooking={form.isLooking} onLook={form.look} />
        <div className={styles.foot}>
          <Button
            tone="primary"
            busy={isBusy}
            disabled={!may || !isChanged || !isSound || rules.length !== wanted.rules.length || form.isCatchingUp}
            onClick={() => void save()}
          >
            <SaveWords stale={form.stale} isLooking={form.isLooking}>
              {t('masking.save')}
            </SaveWords>
          </Button>
        </div>
      </div>
    </Panel>
  )
}

/** A sentence of one's own, as it would be stored; it is kept nowhere. */
function TryOut({ tried }: { tried: (text: string) => string }) {
  const { t } = useTranslation('settings')
  const [text, setText] = useState('')
  return (
    <div className={styles.tryOut}>
      <TextField
        label={t('masking.try')}
        description={t('masking.tryHint')}
        longest={LONGEST.remark}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p role="status" className={styles.tried}>
        {text.trim() === '' ? null : <MaskedWords text={maskText(tried(text)).text} />}
      </p>
    </div>
  )
}
