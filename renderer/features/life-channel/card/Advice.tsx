import type { TFunction } from 'i18next'
import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DangerKind } from '../../../../shared/contract/life-channel/danger.ts'
import styles from './Advice.module.css'

type Which = 'despair' | 'gas' | 'swallowed' | 'violence' | 'others'

/** Which words help, by what was heard: most kinds of danger ask for the same ear. */
const ADVICE: Partial<Record<DangerKind, Which>> = {
  gas: 'gas',
  poisoning: 'swallowed',
  emergency: 'others',
  violence: 'violence',
  threat: 'violence',
  child_in_danger: 'others',
  old_person_in_danger: 'others',
}

interface Told {
  readonly which: Which
  readonly kinds: readonly DangerKind[]
  readonly do: readonly string[]
  readonly not: readonly string[]
}

/** What each danger asks for, the gravest first, without what was said before it. Asked «first» is one thing alone. */
function toldOf(t: TFunction<'life'>, kinds: readonly DangerKind[]): readonly Told[] {
  const which = [...new Set(kinds.map((kind) => ADVICE[kind] ?? 'despair'))]
  const said = new Set<string>()
  const fresh = (line: string) => !said.has(line) && said.add(line) !== undefined
  return (which.length === 0 ? (['despair'] as const) : which).map((each, at) => {
    const first = t('advice.askFirst')
    const then = t('advice.ask')
    const asked = (line: string) => (at > 0 && line.startsWith(first) ? `${then}${line.slice(first.length)}` : line)
    return {
      which: each,
      kinds: kinds.filter((kind) => (ADVICE[kind] ?? 'despair') === each),
      do: t(`advice.${each}.do`).split('\n').filter(fresh).map(asked),
      not: t(`advice.${each}.not`).split('\n').filter(fresh),
    }
  })
}

/** What to do and not to do while listening. Short: it is read with one eye. Of several dangers the gravest is helped first, and what another one asks for is folded beneath its first line. */
export function Advice({ kinds }: { kinds: readonly DangerKind[] }) {
  const { t } = useTranslation('life')
  const [first, ...others] = toldOf(t, kinds)
  if (first === undefined) return null
  return (
    <div className={styles.advice}>
      <section aria-label={t('advice.do')}>
        <h2 className={styles.title}>{t('advice.do')}</h2>
        <Lines lines={first.do} />
      </section>
      {others.map(({ which, kinds, do: [head, ...rest], not }) => (
        <details key={which} className={styles.other}>
          <summary>
            <span className={styles.kind}>{kinds.map((kind) => t(`kind.${kind}`)).join(' · ')}</span> {head}
          </summary>
          <Lines lines={rest} />
          <Lines lines={not} isNot />
        </details>
      ))}
      <section aria-label={t('advice.not')}>
        <h2 className={styles.title}>{t('advice.not')}</h2>
        <Lines lines={first.not} isNot />
      </section>
    </div>
  )
}

function Lines({ lines, isNot = false }: { lines: readonly string[]; isNot?: boolean }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>
          {isNot ? <X className={styles.no} aria-hidden="true" /> : <Check className={styles.yes} aria-hidden="true" />}
          {line}
        </li>
      ))}
    </ul>
  )
}
