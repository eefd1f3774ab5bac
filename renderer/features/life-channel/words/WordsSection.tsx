import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LifeWords } from '../../../../shared/contract/life-channel/life-words.ts'
import { LONGEST, MOST_OWN_WORDS } from '../../../../shared/contract/limits.ts'
import type { Ear } from '../../../../shared/domain/life-channel/ear.ts'
import { openEar } from '../../../../shared/domain/life-channel/open-ear.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useMay } from '../../../lib/may.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useLeftSeen } from '../../../ui/use-left-form.ts'
import { lifeWords } from '../life-channel.queries.ts'
import { isSound, NEW_WORD, type TypedWord, triedOf, typedOf, wantedOf } from './typed-words.ts'
import { WordRow } from './WordRow.tsx'
import styles from './WordsSection.module.css'
import { saveWords } from './words.actions.ts'

/** What this house says when somebody is in danger, and what it says that only sounds so: each tried on its examples before it is saved. */
export function WordsSection() {
  const stored = useQuery(lifeWords)
  if (stored.error !== null) return <FailedState {...failureOf(stored.error)} onRetry={() => void stored.refetch()} />
  if (stored.data === undefined) return <LoadingState />
  return <Form stored={stored.data} />
}

function Form({ stored }: { stored: LifeWords }) {
  const { t } = useTranslation('life')
  const mayChange = useMay('lifeWords.save')
  const ear = useEar()
  const fields = { words: typedOf(stored.words) }
  const form = useLeftSeen('life words', stored.version, fields, () => textsOf('life')('words.title'), true)
  const { words } = form.fields
  const wanted = wantedOf(words)
  const asked = JSON.stringify(wanted)
  const tried = useMemo(() => (ear === null ? null : triedOf(ear, JSON.parse(asked) as typeof wanted)), [ear, asked])
  const isChanged = asked !== JSON.stringify(wantedOf(fields.words))
  const isWhole = wanted.every(
    ({ text, examples }) =>
      textFault(text, LONGEST.ownWord) === null &&
      examples.every((example) => textFault(example, LONGEST.remark) === null),
  )
  const put = (index: number, change: Partial<TypedWord>) =>
    form.change({ words: words.map((word, at) => (at === index ? { ...word, ...change } : word)) })
  const leave = () => form.taken({ words: fields.words })
  const save = async () => {
    if (await form.send(saveWords(wanted, stored, form.seen.version, form.seen.onStale))) form.taken({ words })
  }
  return (
    <Panel title={t('words.title')}>
      <div className={styles.section}>
        <p className={styles.hint}>{t('words.hint')}</p>
        {words.length === 0 ? <p className={styles.none}>{t('words.none')}</p> : null}
        <fieldset className={`bare ${styles.words}`} disabled={!mayChange}>
          {words.map((word, index) => (
            <WordRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list until it is stored
              key={index}
              number={index + 1}
              word={word}
              tried={tried?.[index] ?? null}
              onChange={(change) => put(index, change)}
              onRemove={() => form.change({ words: words.filter((_, at) => at !== index) })}
            />
          ))}
        </fieldset>
        <ChangedMeanwhile stale={form.stale} isLooking={form.isLooking} onLook={form.look} />
        {mayChange ? (
          <div className={styles.acts}>
            <Button
              icon={<Plus aria-hidden="true" />}
              disabled={words.length >= MOST_OWN_WORDS}
              onClick={() => form.change({ words: [...words, NEW_WORD] })}
            >
              {t('words.add')}
            </Button>
            <Button
              tone="primary"
              disabled={!isChanged || !isWhole || tried?.every(isSound) !== true || form.isCatchingUp}
              onClick={() => void save()}
            >
              <SaveWords stale={form.stale} isLooking={form.isLooking}>
                {t('words.save')}
              </SaveWords>
            </Button>
            {isChanged ? <Button onClick={leave}>{t('contacts.leave')}</Button> : null}
          </div>
        ) : null}
      </div>
    </Panel>
  )
}

/** Null while it is being read. */
function useEar(): Ear | null {
  const [ear, setEar] = useState<Ear | null>(null)
  useEffect(() => void openEar().then(setEar, () => {}), [])
  return ear
}
