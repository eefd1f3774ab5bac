import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawWindow, DrawWish, OfferedSlot } from '../../../../shared/contract/seats/draws.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { failureOf } from '../../../lib/errors.ts'
import { listOfWords } from '../../../lib/list-of-words.ts'
import { useNameApart } from '../../../lib/name-apart.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { useShown } from '../../../lib/use-shown.ts'
import { Button } from '../../../ui/Button.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { isNowhere } from '../../../ui/focus.ts'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { minutesText, nameOrAway, namesAsked, wishName } from './draw-words.ts'
import { withdraw } from './draws.actions.ts'
import { slotsOf } from './draws.queries.ts'
import styles from './MyRequests.module.css'
import { RequestForm } from './RequestForm.tsx'
import { A_START } from './WishPicker.tsx'

export interface MyRequestsProps {
  window: DrawWindow
  me: Id | null
  /** Of this window: those of the person here, and those they handed in. */
  requests: readonly DrawWish[]
  /** Requests are not taken any more: only a form that somebody was writing in is left, to be read. */
  isClosed: boolean
  onWriting: (isWriting: boolean) => void
}

/** While requests are taken: what I asked for, to be changed or withdrawn, and the form for one more. */
export function MyRequests({ window, me, requests, isClosed, onWriting }: MyRequestsProps) {
  const { t } = useTranslation('draws')
  const slots = useQuery(slotsOf(window.id))
  const [writing, setWriting] = useState<Id | 'new' | null>(null)
  const asked = requests.find(({ id }) => id === writing) ?? null
  const gone = useTakenOut(asked, writing, me)
  const changed = asked ?? gone
  useShown({ request: requests.map(({ id }) => id) })
  const isNew = writing === 'new' || requests.length === 0
  const mine = requests.find(({ personId }) => personId === me)
  const { box, follow, stay } = useFocusAlong(requests)
  const write = (which: Id | 'new') => {
    setWriting(which)
    follow()
  }
  useKeys('draws', {
    'draws.ask': () => {
      if (isClosed) return false
      setWriting(mine?.id ?? 'new')
      setTimeout(() => box.current?.querySelector<HTMLElement>(A_START)?.focus())
    },
  })
  const askChord = useChord('draws.ask')
  if (slots.isError) return <FailedState {...failureOf(slots.error)} onRetry={() => void slots.refetch()} />
  if (slots.data === undefined) return <LoadingState />
  const leave = () => {
    setWriting(null)
    follow()
  }
  const takeOut = async (request: DrawWish) => {
    follow()
    if (!(await withdraw(request))) stay()
  }
  const ofForm = { window, slots: slots.data, me, isClosed, onWriting, onDone: leave }
  return (
    <div className="stack" ref={box}>
      {(gone === null ? requests : [...requests, gone]).map((request) =>
        request === changed ? (
          <RequestForm
            key={request.id}
            {...ofForm}
            request={request}
            isTakenOut={request === gone}
            forId={null}
            onLeave={leave}
          />
        ) : isClosed ? null : (
          <Asked key={request.id} request={request} slots={slots.data} me={me}>
            <Button
              size="small"
              chord={request === mine && changed === null ? askChord : undefined}
              onClick={() => write(request.id)}
            >
              {t('request.change')}
            </Button>
            <Button size="small" tone="quiet" onClick={() => void takeOut(request)}>
              {t('request.withdraw')}
            </Button>
          </Asked>
        ),
      )}
      {isNew ? (
        <RequestForm
          // What was written for one who sat here is not asked for by the next.
          key={`new ${me}`}
          {...ofForm}
          request={null}
          forId={mine === undefined ? me : null}
          onLeave={isClosed ? () => onWriting(false) : requests.length === 0 ? undefined : leave}
        />
      ) : changed === null && !isClosed ? (
        <div>
          <Button
            size="small"
            tone="quiet"
            chord={mine === undefined ? askChord : undefined}
            onClick={() => write('new')}
          >
            {t(mine === undefined ? 'request.own' : 'request.another')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** The request that is being changed, as it was last, once somebody took it out: its form is still to say so. */
function useTakenOut(asked: DrawWish | null, writing: string | null, me: Id | null): DrawWish | null {
  const [last, setLast] = useState<{ request: DrawWish; me: Id | null } | null>(null)
  if (asked !== null && (last?.request !== asked || last.me !== me)) setLast({ request: asked, me })
  // Somebody else at the desk has other requests; nobody took this one out.
  return asked === null && last?.request.id === writing && last.me === me ? last.request : null
}

/**
 * The form takes the place of what was asked, and the other way round: where the keys were in what went, they go on in what came. `follow`: something goes now, or
 * once the answer is there; `stay`: the answer was no.
 */
function useFocusAlong(requests: readonly DrawWish[]) {
  const box = useRef<HTMLDivElement>(null)
  const follows = useRef(false)
  const known = useRef(new Set<Id>())
  useEffect(() => {
    const added = requests.find(({ id }) => !known.current.has(id))?.id
    known.current = new Set(requests.map(({ id }) => id))
    const [all, now] = [box.current, document.activeElement]
    if (!follows.current || all === null || all.contains(now)) return
    const came = all.querySelector<HTMLElement>(`[data-request="${added}"] button`)
    const next = came ?? all.querySelector<HTMLElement>(A_START) ?? all.querySelector('button')
    if (isNowhere(now)) next?.focus({ preventScroll: true })
    follows.current = false
  })
  const follow = () => {
    follows.current = true
  }
  const stay = () => {
    follows.current = false
  }
  return { box, follow, stay }
}

/** Two people may share a name. */
const isOwn = ({ handedInById, handedInByName, personId, personName }: DrawWish): boolean =>
  handedInById === undefined ? handedInByName === personName : handedInById === personId

interface AskedProps {
  me: Id | null
  request: DrawWish
  slots: readonly OfferedSlot[]
  children: React.ReactNode
}

function Asked({ request, slots, me, children }: AskedProps) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const nameApart = useNameApart()
  const byId = new Map(slots.map((slot) => [slot.id, slot]))
  const roomOf = useSeatRooms()
  const names = [...namesAsked(request, t).values()]
  const whose = nameApart(request.personId, request.personName)
  const about = [
    minutesText(request.lengthMinutes, place),
    ...(names.length === 0 ? [] : [t('request.with', { names: listOfWords(names, 'conjunction') })]),
    ...(request.handedInByName === null || isOwn(request)
      ? []
      : [t('request.handedInBy', { name: request.handedInByName })]),
  ]
  return (
    <article className={styles.asked} data-request={request.id}>
      <p>
        {request.personId === me ? null : (
          <strong>{t('request.of', { name: nameOrAway(request, request.personId, whose, t) })} </strong>
        )}
        <span className={styles.about}>{about.join(' · ')}</span>
      </p>
      <ol className={styles.wishes}>
        {request.wishes.map((id) => (
          <li key={id}>{wishName(byId.get(id), request.lengthMinutes, roomOf)}</li>
        ))}
      </ol>
      <div className={styles.acts}>{children}</div>
    </article>
  )
}
