import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { Settings } from '../../../shared/contract/house/settings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isBlank } from '../../../shared/text/characters.ts'
import { folderCheck } from '../../features/exports/exports.queries.ts'
import { FirstRunFrame, STEPS, type Step } from '../../features/house/first-run/FirstRunFrame.tsx'
import { sayLaidInIn } from '../../features/house/first-run/laid-in.ts'
import { madeHere, rememberMade } from '../../features/house/first-run/made-here.ts'
import { type WhoForm, whoIsMeant } from '../../features/house/first-run/who-to-save.ts'
import { PeopleIntake } from '../../features/house/people/PeopleIntake.tsx'
import {
  fieldOfFault,
  formOfRoom,
  type RoomRefusal,
  type RoomSaved,
  refused,
  saveRoom,
} from '../../features/house/room/room.actions.ts'
import { readRoomForm } from '../../features/house/room/room-form.ts'
import { saveSettings } from '../../features/house/settings/settings.actions.ts'
import { everybody, firstOf, theRooms } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { currentLanguage, type Say, textsOf } from '../../lib/i18n.ts'
import { queryClient } from '../../lib/query-client.ts'
import { useSettings } from '../../lib/settings.ts'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { dismissNotice, notify, notifyFailure } from '../../ui/notices.ts'
import { openDrill, useDrill } from '../drill/drill-store.ts'
import { EarshotMark } from '../EarshotMark.tsx'
import { FirstRunFolder } from '../FirstRunFolder.tsx'
import { FirstRunJoin } from '../FirstRunJoin.tsx'
import { FirstRunRoom } from '../FirstRunRoom.tsx'
import { FirstRunWho } from '../FirstRunWho.tsx'
import { becomeMe } from '../first-run.actions.ts'
import { LookSwitches } from '../LookSwitches.tsx'

/** The first minute with Earshot: who, which seats, where to. Nothing here is required. */
export function FirstRunPage() {
  const settings = useSettings()
  const room = useQuery({ ...theRooms, select: firstOf })
  if (room.isError) return <FailedState {...failureOf(room.error)} onRetry={() => void room.refetch()} />
  if (room.data === undefined || settings === undefined) return <LoadingState />
  return <Steps room={room.data} settings={settings} />
}

function Steps({ room, settings }: { room: HouseRoom; settings: Settings }) {
  const navigate = useNavigate()
  const people = useQuery(everybody).data ?? []
  const [step, setStep] = useState<Step>('who')
  const [isBusy, setIsBusy] = useState(false)
  const [isReading, setIsReading] = useState(false)
  const [isJoining, setIsJoining] = useState(false)

  const [who, setWho] = useState<WhoForm | null>(null)
  /** Whoever was on the list before keeps their name, whatever is typed after going back. */
  const [madeId, setMadeId] = useState<Id | null>(madeHere)
  const [whoRefused, setWhoRefused] = useState<{ words: Say } | null>(null)
  const me = people.find((person) => person.id === settings.me)
  const whoNow = who ?? {
    name: me?.name ?? '',
    department: me?.department ?? '',
    role: me?.role ?? 'listener',
    chosen: me?.id ?? null,
  }

  const [roomForm, setRoomForm] = useState(formOfRoom(room))
  const [roomRefused, setRoomRefused] = useState<RoomRefusal | null>(null)

  const [folder, setFolder] = useState(settings.exportFolder ?? '')
  const [askedAbout, setAskedAbout] = useState<string | null>(null)
  const [folderRefused, setFolderRefused] = useState<{ words: Say } | null>(null)

  /** A hub that was joined has words of its own. */
  const finish = async (isOwn = true) => {
    // Nothing is lost without it: the first day does not wait for it.
    if (isOwn) await sayLaidInIn(currentLanguage()).catch(() => {})
    const why = await saveSettings({ isFirstRunDone: true })
    if (why === null) {
      rememberMade(null)
      await navigate('/today')
      offerDrill()
    } else notifyFailure(why)
  }
  const goOn = async () => {
    const next = STEPS[STEPS.indexOf(step) + 1]
    if (next === undefined) await finish()
    else setStep(next)
  }
  /** True: the step is kept, go on. */
  const keep: Record<Step, () => Promise<boolean>> = {
    who: async () => {
      if (isBlank(whoNow.name)) {
        setWhoRefused({ words: () => textsOf('first-run')('who.nameMissing') })
        return false
      }
      const count = whoIsMeant(people, whoNow).length
      if (count > 1) {
        setWhoRefused({ words: () => textsOf('first-run')('who.which', { count }) })
        return false
      }
      const became = await becomeMe(whoNow, madeId)
      if (became.ok) {
        setMadeId(became.madeId)
        rememberMade(became.madeId)
      } else setWhoRefused(became)
      return became.ok
    },
    room: async () => {
      const read = readRoomForm(roomForm)
      const saved: RoomSaved = read.ok
        ? await saveRoom(room, read.room)
        : refused(fieldOfFault(read.fault), () => textsOf('settings')(`room.fault.${read.fault}`))
      setRoomRefused(saved.ok ? null : saved.refusal)
      return saved.ok
    },
    folder: async () => {
      const wanted = folder.trim()
      if (wanted !== '') {
        const check = await queryClient.fetchQuery(folderCheck(wanted, false))
        // A drive that is away today may be back tomorrow: told once, then taken as wished.
        if (check.ok && !check.value.isReady && askedAbout !== wanted) {
          setAskedAbout(wanted)
          return false
        }
        if (!check.ok) return false
      }
      const why = await saveSettings({ exportFolder: wanted || null })
      setFolderRefused(why && { words: () => why().title })
      return why === null
    },
  }
  const next = async () => {
    setIsBusy(true)
    try {
      if (await keep[step]()) await goOn()
    } catch (problem) {
      notifyFailure(() => failureOf(problem))
    } finally {
      setIsBusy(false)
    }
  }
  const before = STEPS[STEPS.indexOf(step) - 1]
  return (
    <FirstRunFrame
      step={step}
      mark={<EarshotMark />}
      look={<LookSwitches />}
      busy={isBusy}
      onNext={() => void next()}
      onBack={before === undefined ? null : () => setStep(before)}
      onSkip={() => void goOn()}
      onSkipAll={() => void finish()}
      beside={
        <>
          {isReading ? <PeopleIntake onClose={() => setIsReading(false)} /> : null}
          {isJoining ? <FirstRunJoin onJoined={() => void finish(false)} onClose={() => setIsJoining(false)} /> : null}
        </>
      }
    >
      {step === 'who' ? (
        <FirstRunWho
          form={whoNow}
          onChange={(form) => {
            setWho(form)
            setWhoRefused(null)
          }}
          refused={whoRefused?.words() ?? null}
          onReadList={() => setIsReading(true)}
          onJoin={() => setIsJoining(true)}
        />
      ) : null}
      {step === 'room' ? (
        <FirstRunRoom
          form={roomForm}
          onChange={(change) => {
            setRoomForm((known) => ({ ...known, ...change }))
            setRoomRefused(null)
          }}
          refused={roomRefused}
        />
      ) : null}
      {step === 'folder' ? (
        <FirstRunFolder
          folder={folder}
          onChange={(typed) => {
            setFolder(typed)
            setFolderRefused(null)
          }}
          isAskedAgain={askedAbout !== null && askedAbout === folder.trim()}
          refused={folderRefused?.words() ?? null}
        />
      ) : null}
    </FirstRunFrame>
  )
}

/** Until it is taken, in whatever way. */
function offerDrill(): void {
  const offer = notify({
    tone: 'info',
    title: () => textsOf('keys')('drill.offer'),
    action: { label: () => textsOf('keys')('drill.title'), run: openDrill },
    stays: true,
    page: '/today',
  })
  const stop = useDrill.subscribe(({ isOpen }) => {
    if (!isOpen) return
    stop()
    dismissNotice(offer)
  })
}
