import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ListSource, listFromFile, listFromText } from '../../../lib/list-source.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FileButton, FileDrop, FileOutcome, FileRead } from '../../../ui/FileDrop.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { listDryRun } from '../settings/settings.queries.ts'
import { ListPreview } from './ListPreview.tsx'
import styles from './PeopleIntake.module.css'
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
  const [text, setText] = useState('')
  const [source, setSource] = useState<ListSource | 'too_large' | 'not_readable' | null>(null)
  const [isKeeping, setIsKeeping] = useState(false)
  const list = typeof source === 'string' ? null : source
  const answer = useQuery(listDryRun(list?.base64 ?? '')).data
  const plan = list !== null && answer?.ok === true ? answer.value : null

  const read = async (file: File) => {
    setText('')
    setSource(await listFromFile(file))
  }
  const keep = async () => {
    if (list === null || plan === null || plan.good.length === 0 || isKeeping) return
    setIsKeeping(true)
    const isKept = await keepList(list.base64)
    setIsKeeping(false)
    if (isKept) onClose()
  }
  useKeys('dialog', { 'dialog.confirm': () => void keep() })
  const keepChord = useChord('dialog.confirm')
  return (
    <FileDrop hint={t('list.hint')} onFile={(file) => void read(file)}>
      <div className={styles.source}>
        {list?.fileName == null ? (
          <TextArea
            aria-label={t('list.paste')}
            placeholder={t('list.placeholder')}
            rows={5}
            value={text}
            data-autofocus
            onChange={(event) => {
              setText(event.currentTarget.value)
              setSource(listFromText(event.currentTarget.value))
            }}
          />
        ) : (
          <p className={styles.file}>
            <FileRead name={list.fileName} as={plan === null ? null : t(`list.encoding.${plan.encoding}`)} />
          </p>
        )}
        <div className={styles.ways}>
          <FileButton accept=".csv,.tsv,.txt,.xlsx,text/csv" onFile={(file) => void read(file)} />
          {list?.fileName == null ? null : (
            <Button tone="quiet" onClick={() => setSource(null)}>
              {t('list.again')}
            </Button>
          )}
        </div>
      </div>
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
    </FileDrop>
  )
}
