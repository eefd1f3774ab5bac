import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { restOfText, useLeftForm } from '../../../ui/use-left-form.ts'
import styles from './CaseDetail.module.css'
import { followUp } from './cases.actions.ts'

/** What was heard of the caller since: added to what is sealed. The words stay until they are stored. */
export function FollowUp({ caseId, onStored }: { caseId: Id; onStored: (text: string) => void }) {
  const { t } = useTranslation('life')
  const form = useLeftForm(`follow up ${caseId}`, { text: '' }, () => textsOf('life')('cases.followUp'), true)
  const { text } = form.fields
  const canSave = !isBlank(text) && textFault(text, LONGEST.remark) === null
  const [isSaving, setIsSaving] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    if (!canSave || isSaving) return
    setIsSaving(true)
    const isStored = await form.send(followUp(caseId, text))
    setIsSaving(false)
    // What was typed on meanwhile is not stored yet.
    if (!isStored) return
    form.change({ text: restOfText(field.current?.value ?? '', text) })
    onStored(text)
  }
  // In another field of the case the key is that one's.
  useKeys('cases', { 'life.followUp': () => (document.activeElement === field.current ? void save() : false) })
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <TextArea
        ref={field}
        label={t('cases.followUp')}
        description={t('cases.followUpHint')}
        value={text}
        longest={LONGEST.remark}
        rows={2}
        onChange={(event) => form.change({ text: event.currentTarget.value })}
      />
      <Button type="submit" disabled={!canSave} busy={isSaving} chord={useChord('life.followUp')}>
        {t('cases.followUpSave')}
      </Button>
    </form>
  )
}
