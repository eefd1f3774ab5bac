import { useQuery } from '@tanstack/react-query'
import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ExportFormat,
  exportFormatNames,
  exportFormats,
} from '../../../../shared/contract/exports/export-formats.ts'
import type { ExportRange, ExportSelection } from '../../../../shared/contract/exports/exports.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { isDoorRefusal } from '../../../lib/answers.ts'
import { currentLanguage, textsOf } from '../../../lib/i18n.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { useOnceKnown } from '../../../lib/use-once-known.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { type LeftForm, useLeftForm } from '../../../ui/use-left-form.ts'
import { startExport } from '../exports.actions.ts'
import { type ExportPlan, exportPreview } from '../exports.queries.ts'
import { FolderField } from '../folder/FolderField.tsx'
import styles from './NewExport.module.css'
import { PreviewTable } from './PreviewTable.tsx'

export interface NewExportProps {
  /** Handed over from the tickets screen; null: choose a range here. */
  chosen: { selection: ExportSelection; scope: string; ticketCount: number } | null
  /** The folder used last. */
  folder: string
  onStarted: (folder: string) => void
  onClose: () => void
}

const usualFormats = exportFormatNames.filter((format) => exportFormats[format].isUsual)
const ranges: readonly ExportRange[] = ['today', 'week', 'month', 'all']

/** What goes out, how it will look, where it goes: seen before it is sent. */
export function NewExport(props: NewExportProps) {
  const { t } = useTranslation('exports')
  const key = `export ${JSON.stringify(props.chosen?.selection ?? null)}`
  const form = useLeftForm(key, untouched(props.folder), () => textsOf('exports')('new.title'))
  return (
    <Dialog isOpen onClose={props.onClose} title={t('new.title')} width={920}>
      <Fields {...props} form={form} onClose={form.cancelling(props.onClose)} />
    </Dialog>
  )
}

interface ExportFields {
  range: ExportRange
  language: 'zh' | 'en'
  picked: readonly ExportFormat[]
  folder: string
  /** Null: the name offered stands. */
  typedScope: string | null
}

const untouched = (folder: string): ExportFields => ({
  range: 'week',
  language: currentLanguage(),
  picked: usualFormats,
  folder,
  typedScope: null,
})

interface FieldsProps extends NewExportProps {
  form: LeftForm<ExportFields>
}

function Fields({ chosen, folder: lastFolder, form, onStarted, onClose }: FieldsProps) {
  const { t } = useTranslation('exports')
  const { range, language, picked, folder, typedScope } = form.fields
  const [isStarting, setIsStarting] = useState(false)
  const scope =
    typedScope ??
    (chosen === null || chosen.scope === ''
      ? // It goes into the file's name, so it speaks the file's language, not the window's.
        t(`new.scopes.${chosen === null ? range : 'chosen'}`, { lng: language })
      : chosen.scope)
  const plan: ExportPlan = {
    selection: chosen?.selection ?? { by: 'range', range },
    scope,
    isNamed: typedScope !== null,
    language,
    formats: picked,
  }
  const preview = useQuery(exportPreview(plan))
  const answer = preview.data
  const shown = answer?.ok === true ? answer.value : null
  const isEmpty = answer?.ok === false && !isDoorRefusal(answer)
  const mayStart = shown !== null && !isBlank(folder) && picked.length > 0 && !isStarting

  const start = async () => {
    if (!mayStart) return
    setIsStarting(true)
    const isTaken = await form.send(startExport(plan, folder.trim()))
    setIsStarting(false)
    if (isTaken) onStarted(folder.trim())
  }
  const press = useOnceKnown(JSON.stringify(plan), !preview.isPending, () => void start())
  useKeys('dialog', { 'dialog.confirm': press })

  return (
    <div className="stack">
      {chosen === null ? (
        <SegmentedControl<ExportRange>
          label={t('new.range')}
          value={range}
          onChange={(next) => form.change({ range: next })}
          options={ranges.map((each) => ({ value: each, label: t(`new.ranges.${each}`) }))}
        />
      ) : (
        <p className={styles.chosen}>{t('new.chosen', { count: chosen.ticketCount })}</p>
      )}
      <div className={styles.two}>
        <fieldset className={styles.formats}>
          <legend className={styles.legend}>{t('new.formats')}</legend>
          {exportFormatNames.map((format) => (
            <Checkbox
              key={format}
              label={t(`format.${format}`)}
              checked={picked.includes(format)}
              onChange={() =>
                form.change({
                  picked: picked.includes(format) ? picked.filter((other) => other !== format) : [...picked, format],
                })
              }
            />
          ))}
        </fieldset>
        <TextField
          label={t('new.scope')}
          value={scope}
          longest={LONGEST.scope}
          onChange={(event) => form.change({ typedScope: event.currentTarget.value })}
        />
        <div>
          <span className={styles.legend}>{t('new.language')}</span>
          <SegmentedControl<'zh' | 'en'>
            label={t('new.language')}
            value={language}
            onChange={(next) => form.change({ language: next })}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
      </div>
      <FolderField
        folder={folder}
        isFocusedFirst={lastFolder === ''}
        onChange={(next) => form.change({ folder: next })}
      />
      <section className={styles.preview} aria-label={t('new.preview')}>
        <header className={styles.previewHead}>
          <h3>{t('new.preview')}</h3>
          <span>
            {shown === null
              ? ''
              : shown.ticketCount > shown.rows.length
                ? t('new.countOfMore', { count: shown.ticketCount, shown: shown.rows.length })
                : t('new.count', { count: shown.ticketCount })}
          </span>
        </header>
        {shown === null ? (
          <div className={styles.room}>
            {isEmpty ? <p className={styles.empty}>{t('refused.nothing_to_export')}</p> : null}
          </div>
        ) : (
          <PreviewTable headings={shown.headings} rows={shown.rows} />
        )}
        {shown === null || shown.maskedAgain === 0 ? null : (
          <p className={styles.again}>{t('new.maskedAgain', { count: shown.maskedAgain })}</p>
        )}
        {/* A line for each file, before its name is known: nothing moves under a hand that is on its way to begin. */}
        <ul className={styles.names} style={{ '--files': picked.length } as CSSProperties}>
          {shown?.fileNames.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </section>
      <DialogFoot>
        <Button onClick={onClose}>{t('new.close')}</Button>
        <Button
          tone="primary"
          // Waiting for the preview it holds the focus already, so that Enter sends as soon as it may.
          busy={isStarting || preview.isPending}
          disabled={!preview.isPending && !mayStart && !isStarting}
          data-autofocus={lastFolder !== '' || undefined}
          chord={useChord('dialog.confirm')}
          onClick={press}
        >
          {t('new.start')}
        </Button>
      </DialogFoot>
    </div>
  )
}
