import { Plus } from 'lucide-react'
import { Fragment, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Version } from '../../shared/contract/versions.ts'
import type { Say } from '../lib/i18n.ts'
import { type GuardedCall, useMay } from '../lib/may.ts'
import { rowsOfBoth } from '../lib/rows-of-both.ts'
import { useKeys } from '../lib/use-keys.tsx'
import type { Seen } from '../lib/use-seen.ts'
import { Button } from './Button.tsx'
import { ChangedMeanwhile, SaveWords } from './ChangedMeanwhile.tsx'
import styles from './ListForm.module.css'
import { OthersChange } from './OthersChange.tsx'
import { Panel } from './Panel.tsx'
import { useFocusAdded } from './use-focus-added.ts'
import { useLeftSeen } from './use-left-form.ts'

interface ListFormProps<Row, More extends object> {
  /** What the form is called where it was left, and over its rows. */
  form: string
  name: Say
  call: GuardedCall
  words: {
    readonly title: string
    readonly hint: string
    readonly none: string
    readonly add: string
    readonly save: string
    readonly leave: string
  }
  /** As they are stored, with what else is saved with them. */
  stored: { readonly rows: readonly Row[] } & More
  version: Version
  blank: Row
  most: number
  /** Whether all of it can be taken. */
  isSound: (fields: { readonly rows: readonly Row[] } & More) => boolean
  /** Stores all of it; false: not stored, and told why. */
  save: (fields: { readonly rows: readonly Row[] } & More, seen: Seen) => Promise<boolean>
  /** `rows`: all of them as they are typed. */
  row: (
    row: Row,
    number: number,
    change: (part: Partial<Row>) => void,
    remove: () => void,
    rows: readonly Row[],
  ) => ReactNode
  /** What else is saved with the rows, over them. */
  over?: (fields: More, change: (part: Partial<More>) => void) => ReactNode
  /** Between the rows and the buttons, with all of it as it is typed. */
  below?: (fields: { readonly rows: readonly Row[] } & More) => ReactNode
  /** At the end. */
  foot?: ReactNode
}

/**
 * A list that a house keeps as a whole: rows are added, tried and taken out, and saved together, never over what somebody else saved meanwhile: refused,
 * it holds the rows of both. What is typed waits where the form is left.
 */
export function ListForm<Row extends object, More extends object = object>(props: ListFormProps<Row, More>) {
  const { words, stored, blank, most, row, over, below, foot } = props
  type Fields = { readonly rows: readonly Row[] } & More
  const { t } = useTranslation('common')
  const mayChange = useMay(props.call)
  const { list, adder, added, removed, keyOf } = useFocusAdded<HTMLFieldSetElement>(false)
  const together = (before: Fields, mine: Partial<Fields>, now: Fields) =>
    mine.rows === undefined ? mine : { ...mine, rows: rowsOfBoth(before.rows, mine.rows, now.rows) }
  const form = useLeftSeen<Fields>(props.form, props.version, stored, props.name, true, together)
  const fields: Fields = form.fields
  const { rows } = fields
  const change = (next: readonly Row[]) => form.change({ rows: next } as Partial<Fields>)
  const put = (index: number, part: Partial<Row>) =>
    change(rows.map((each, at) => (at === index ? { ...each, ...part } : each)))
  const save = async () => {
    if (await form.send(props.save(fields, form.seen))) form.taken(fields)
  }
  const maySave = form.isChanged && rows.length <= most && props.isSound(fields) && !form.isCatchingUp
  const whole = useRef<HTMLDivElement>(null)
  // Two may stand on one page: the key is meant for the one that is written in, so neither prints it.
  const isWrittenIn = () => whole.current?.contains(document.activeElement) === true
  useKeys('dialog', { 'dialog.confirm': () => isWrittenIn() && maySave && void save() }, mayChange)
  return (
    <Panel title={words.title}>
      <div ref={whole} className={styles.form}>
        <OthersChange call={props.call} />
        <p className={styles.hint}>{words.hint}</p>
        <fieldset ref={list} className={`bare ${styles.rows}`} disabled={!mayChange}>
          {over?.(fields, (part) => form.change(part as Partial<Fields>))}
          {rows.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
          {rows.map((each, index) => (
            <Fragment key={keyOf(index)}>
              {row(
                each,
                index + 1,
                (part) => put(index, part),
                () => {
                  removed(index)
                  change(rows.filter((_, at) => at !== index))
                },
                rows,
              )}
            </Fragment>
          ))}
        </fieldset>
        {below?.(fields)}
        <ChangedMeanwhile stale={form.stale} isLooking={form.isLooking} isOfBoth onLook={form.look} />
        {rows.length > most ? (
          <p className={styles.tooMany} role="alert">
            {t('list.tooMany', { most, now: rows.length })}
          </p>
        ) : null}
        {mayChange ? (
          <div className={styles.acts}>
            <Button
              ref={adder}
              icon={<Plus aria-hidden="true" />}
              disabled={rows.length >= most}
              onClick={() => {
                added()
                change([...rows, blank])
              }}
            >
              {words.add}
            </Button>
            <Button tone="primary" disabled={!maySave} onClick={() => void save()}>
              <SaveWords stale={form.stale} isLooking={form.isLooking} isOfBoth>
                {words.save}
              </SaveWords>
            </Button>
            {form.isChanged ? <Button onClick={() => form.taken(fields)}>{words.leave}</Button> : null}
          </div>
        ) : null}
        {foot}
      </div>
    </Panel>
  )
}
