import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaskingRules } from '../../../../shared/contract/house/masking.ts'
import { LONGEST, MOST_RULES } from '../../../../shared/contract/limits.ts'
import { faultOfRule, hiddenByAll } from '../../../../shared/domain/listening/masking/company-rules.ts'
import { maskedByRules } from '../../../../shared/domain/listening/masking/mask-by-rules.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { ListForm } from '../../../ui/ListForm.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { MaskedWords } from '../../../ui/MaskedWords.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './MaskingSection.module.css'
import { saveMaskingRules } from './masking.actions.ts'
import { maskingRules } from './masking.queries.ts'
import { RuleRow } from './RuleRow.tsx'
import { NEW_RULE, type TypedRule, typedOf, wantedOf } from './typed-rules.ts'

/** Which numbers of its own the company masks beside personal data, each tried on its examples while it is typed. */
export function MaskingSection() {
  const known = useQuery(maskingRules)
  if (known.isError) return <FailedState {...failureOf(known.error)} onRetry={() => void known.refetch()} />
  if (known.data === undefined) return <LoadingState />
  return <MaskingForm known={known.data} />
}

function MaskingForm({ known }: { known: MaskingRules }) {
  const { t } = useTranslation('settings')
  return (
    <ListForm<TypedRule, { readonly hidesOrders: boolean }>
      form="masking"
      name={() => textsOf('settings')('masking.title')}
      call="masking.save"
      words={{
        ...{ title: t('masking.title'), hint: t('masking.hint'), none: t('masking.none') },
        ...{ add: t('masking.add'), save: t('masking.save'), leave: t('masking.leave') },
      }}
      stored={{ rows: typedOf(known.rules), hidesOrders: known.hidesOrders }}
      version={known.version}
      blank={NEW_RULE}
      most={MOST_RULES}
      isSound={({ rows }) => wantedOf(rows).every((rule) => faultOfRule(rule) === null)}
      save={({ rows, hidesOrders }, seen) => saveMaskingRules({ rules: wantedOf(rows), hidesOrders }, known, seen)}
      over={({ hidesOrders }, change) => (
        <Checkbox
          label={t('masking.orders')}
          description={t('masking.ordersHint')}
          checked={hidesOrders}
          onChange={(next) => change({ hidesOrders: next })}
        />
      )}
      row={(rule, number, change, remove) => (
        <RuleRow number={number} rule={rule} onChange={change} onRemove={remove} />
      )}
      below={({ rows, hidesOrders }) => (
        <TryOut tried={(text) => hiddenByAll({ rules: wantedOf(rows), hidesOrders }, text)} />
      )}
    />
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
        {text.trim() === '' ? null : <MaskedWords text={maskedByRules(tried(text)).text} />}
      </p>
    </div>
  )
}
