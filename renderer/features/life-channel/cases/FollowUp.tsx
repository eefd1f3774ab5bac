import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import styles from './CaseDetail.module.css'
import { followUp } from './cases.actions.ts'

/** What was heard of the caller since: added to what is sealed. The words stay until they are stored. */
export function FollowUp({ caseId }: { caseId: Id }) {
  const { t } = useTranslation('life')
  const form = useLeftForm(`follow up ${caseId}`, { text: '' }, () => textsOf('life')('cases.followUp'), true)
  const { text } = form.fields
  const canSave = !isBlank(text) && textFault(text, LONGEST.remark) === null
  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    if (canSave && (await form.send(followUp(caseId, text)))) form.change({ text: '' })
  }
  useKeys('cases', { 'life.followUp': () => void save() })
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <TextArea
        label={t('cases.followUp')}
        description={t('cases.followUpHint')}
        value={text}
        longest={LONGEST.remark}
        rows={2}
        onChange={(event) => form.change({ text: event.currentTarget.value })}
      />
      <Button type="submit" disabled={!canSave} chord={useChord('life.followUp')}>
        {t('cases.followUpSave')}
      </Button>
    </form>
  )
}
