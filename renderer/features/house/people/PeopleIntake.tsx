import { useQuery } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { listDryRun } from '../settings/settings.queries.ts'
import { ListPreview } from './ListPreview.tsx'
import styles from './PeopleIntake.module.css'
import { keepList, listRefusalWords } from './people.actions.ts'
import { type ListSource, listFromFile, listFromText } from './people-list.ts'

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
  const [isOver, setIsOver] = useState(false)
  const [isKeeping, setIsKeeping] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const list = typeof source === 'string' ? null : source
  const answer = useQuery(listDryRun(list?.base64 ?? '')).data
  const plan = list !== null && answer?.ok === true ? answer.value : null

  const read = async (file: File | undefined) => {
    if (file === undefined) return
    setText('')
    setSource(await listFromFile(file))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void read(event.dataTransfer.files[0])
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
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button that chooses a file
    <div
      className={styles.intake}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p className={styles.hint}>{t('list.hint')}</p>
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
            {t('list.from', { name: list.fileName })}
            {plan === null ? null : <span className={styles.encoding}>{t(`list.encoding.${plan.encoding}`)}</span>}
          </p>
        )}
        <input
          ref={chooser}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          hidden
          onChange={(event) => {
            void read(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        <div className={styles.ways}>
          <Button icon={<FileUp aria-hidden="true" />} onClick={() => chooser.current?.click()}>
            {t('list.choose')}
          </Button>
          {list?.fileName == null ? null : (
            <Button tone="quiet" onClick={() => setSource(null)}>
              {t('list.again')}
            </Button>
          )}
        </div>
      </div>
      <div aria-live="polite">
        {source === 'too_large' ? <p className={styles.refused}>{t('list.refused.file_too_large')}</p> : null}
        {source === 'not_readable' ? <p className={styles.refused}>{t('list.refused.not_readable')}</p> : null}
        {list !== null && answer === undefined ? <LoadingState /> : null}
        {list !== null && answer?.ok === false ? <p className={styles.refused}>{listRefusalWords(answer)}</p> : null}
        {plan === null ? null : <ListPreview {...plan} />}
      </div>
      <footer className={styles.foot}>
        <Button
          tone="primary"
          chord={keepChord}
          busy={isKeeping}
          disabled={plan === null || plan.good.length === 0}
          onClick={() => void keep()}
        >
          {t('list.keep', { count: plan?.good.length ?? 0 })}
        </Button>
      </footer>
    </div>
  )
}
