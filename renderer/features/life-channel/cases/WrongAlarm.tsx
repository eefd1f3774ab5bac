import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LifeCase } from '../../../../shared/contract/life-channel/life-channel.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import styles from './CaseDetail.module.css'
import { sayNoneAfterAll, sayWrongAlarm } from './cases.actions.ts'

interface WrongAlarmProps {
  one: LifeCase
  /** The asker sees the cases of others: they undo what somebody took over, too. */
  seesAll: boolean
}

/** Whether it was one, once its card is gone: said with a reason, and taken back as easily. */
export function WrongAlarm({ one, seesAll }: WrongAlarmProps) {
  const { t } = useTranslation('life')
  const form = useLeftForm(`wrong alarm ${one.id}`, { reason: '' }, () => textsOf('life')('cases.wrongReason'), true)
  const { reason } = form.fields
  if (one.state === 'dismissed')
    return (
      <div className={styles.form}>
        <p className={styles.hint}>{t(hintOf(one))}</p>
        <Button onClick={() => void sayNoneAfterAll(one)}>{t('cases.restore')}</Button>
      </div>
    )
  if (!seesAll && one.state !== 'open') return <p className={styles.hint}>{t('cases.takenOver')}</p>
  const canSave = !isBlank(reason) && textFault(reason, LONGEST.remark) === null
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (canSave && (await form.send(sayWrongAlarm(one, reason)))) form.change({ reason: '' })
  }
  return (
    <form className={styles.form} aria-label={t('cases.wrongTitle')} onSubmit={(event) => void save(event)}>
      <TextField
        label={t('cases.wrongReason')}
        description={t(one.callId === null ? 'cases.wrongHintWithoutCall' : 'cases.wrongHint')}
        value={reason}
        longest={LONGEST.remark}
        onChange={(event) => form.change({ reason: event.currentTarget.value })}
      />
      <Button type="submit" disabled={!canSave}>
        {t('cases.wrongSave')}
      </Button>
    </form>
  )
}

function hintOf({ callId, wordsGone }: LifeCase) {
  if (wordsGone != null) return 'cases.dismissedHintGone'
  return callId === null ? 'cases.dismissedHintWithoutCall' : 'cases.dismissedHint'
}
