import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LifeWords } from '../../../../shared/contract/life-channel/life-words.ts'
import { LONGEST, MOST_OWN_WORDS } from '../../../../shared/contract/limits.ts'
import type { Ear } from '../../../../shared/domain/life-channel/ear.ts'
import { openEar } from '../../../../shared/domain/life-channel/open-ear.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { isKeepable } from '../../../lib/text-fault.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { ListForm } from '../../../ui/ListForm.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { lifeWords } from '../life-channel.queries.ts'
import { isSound, NEW_WORD, type TypedWord, triedOf, typedOf, wantedOf } from './typed-words.ts'
import { WordRow } from './WordRow.tsx'
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
  const triedOn = useTrials()
  return (
    <ListForm<TypedWord>
      form="life words"
      name={() => textsOf('life')('words.title')}
      call="lifeWords.save"
      words={{
        ...{ title: t('words.title'), hint: t('words.hint'), none: t('words.none') },
        ...{ add: t('words.add'), save: t('words.save'), leave: t('contacts.leave') },
      }}
      stored={{ rows: typedOf(stored.words) }}
      version={stored.version}
      blank={NEW_WORD}
      most={MOST_OWN_WORDS}
      isSound={({ rows }) =>
        triedOn(rows)?.every(isSound) === true &&
        wantedOf(rows).every(({ text, examples }) =>
          [isKeepable(text, LONGEST.ownWord), ...examples.map((each) => isKeepable(each, LONGEST.remark))].every(
            Boolean,
          ),
        )
      }
      save={({ rows }, seen) => saveWords(wantedOf(rows), stored, seen)}
      row={(word, number, change, remove, rows) => (
        <WordRow
          number={number}
          word={word}
          tried={triedOn(rows)?.[number - 1] ?? null}
          onChange={change}
          onRemove={remove}
        />
      )}
    />
  )
}

/** How words are heard on their examples, each list once; null while the ear is being read. */
function useTrials() {
  const [ear, setEar] = useState<Ear | null>(null)
  useEffect(() => void openEar().then(setEar, () => {}), [])
  return useMemo(() => {
    let last: { readonly asked: string; readonly tried: ReturnType<typeof triedOf> } | null = null
    return (rows: readonly TypedWord[]) => {
      if (ear === null) return null
      const wanted = wantedOf(rows)
      const asked = JSON.stringify(wanted)
      if (last?.asked !== asked) last = { asked, tried: triedOf(ear, wanted) }
      return last.tried
    }
  }, [ear])
}
