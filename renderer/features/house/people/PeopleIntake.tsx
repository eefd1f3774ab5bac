import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textsOf } from '../../../lib/i18n.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FileOutcome } from '../../../ui/FileDrop.tsx'
import { ListIntake, nothingRead } from '../../../ui/ListIntake.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { listDryRun } from '../settings/settings.queries.ts'
import { ListPreview } from './ListPreview.tsx'
import { keepList, listRefusalWords } from './people.actions.ts'

/** Paste a table or read a CSV file or a workbook: first what it would do, then keep it. */
export function PeopleIntake({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <Dialog isOpen onClose={onClose} title={t('list.title')} width={860}>
      <Inside onClose={onClose} />
    </Dialog>
  )
}

function Inside({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const left = useLeftForm('people list', nothingRead, () => textsOf('settings')('list.title'))
  const { source } = left.fields
  const [isKeeping, setIsKeeping] = useState(false)
  const list = typeof source === 'string' ? null : source
  const answer = useQuery(listDryRun(list?.base64 ?? '')).data
  const plan = list !== null && answer?.ok === true ? answer.value : null

  const keep = async () => {
    if (list === null || plan === null || plan.good.length === 0 || isKeeping) return
    setIsKeeping(true)
    const isKept = await left.send(keepList(list.base64))
    setIsKeeping(false)
    if (isKept) onClose()
  }
  useKeys('dialog', { 'dialog.confirm': () => void keep() })
  const keepChord = useChord('dialog.confirm')
  return (
    <ListIntake
      hint={t('list.hint')}
      paste={t('list.paste')}
      placeholder={t('list.placeholder')}
      rows={5}
      read={left.fields}
      onRead={left.change}
      readAs={plan === null ? null : t(`list.encoding.${plan.encoding}`)}
    >
      <FileOutcome
        source={source}
        tooLarge={t('list.refused.file_too_large')}
        isRead={answer !== undefined}
        refused={list !== null && answer?.ok === false ? listRefusalWords(answer) : null}
      >
        {plan === null ? null : <ListPreview {...plan} />}
      </FileOutcome>
      <DialogFoot>
        <Button
          tone="primary"
          chord={keepChord}
          busy={isKeeping}
          disabled={plan === null || plan.good.length === 0}
          onClick={() => void keep()}
        >
          {t('list.keep', { count: plan?.good.length ?? 0 })}
        </Button>
      </DialogFoot>
    </ListIntake>
  )
}
