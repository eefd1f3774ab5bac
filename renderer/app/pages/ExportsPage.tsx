import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { ExportRecord } from '../../../shared/contract/exports/exports.ts'
import { NewExport } from '../../features/exports/choice/NewExport.tsx'
import { DeliverElsewhere } from '../../features/exports/ledger/DeliverElsewhere.tsx'
import { KindChoice } from '../../features/exports/ledger/KindChoice.tsx'
import { Ledger } from '../../features/exports/ledger/Ledger.tsx'
import { LedgerSearch } from '../../features/exports/ledger/LedgerSearch.tsx'
import { searchWords, typeWords } from '../../features/tickets/ticket-desk.ts'
import { client } from '../../lib/client.ts'
import { useExportSelection } from '../../lib/export-selection.ts'
import { useMay } from '../../lib/may.ts'
import { useSettings } from '../../lib/settings.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { done } from '../../ui/ask.ts'
import { Button } from '../../ui/Button.tsx'
import { OthersChange } from '../../ui/OthersChange.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What all desks share of it. */
const SHOWN = [['exports']]

/** The ledger of what went to the shared drives, and the way to send more. `?new=1` opens the dialog. */
export function ExportsPage() {
  const { t } = useTranslation('exports')
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const lastFolder = useSettings()?.exportFolder ?? ''
  const chosen = useExportSelection((state) => state.chosen)
  const [moving, setMoving] = useState<ExportRecord | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const open = () => setSearch({ new: '1' })
  const close = () => {
    useExportSelection.setState({ chosen: null })
    setSearch({}, { replace: true })
  }
  const openTickets = (text: string) => {
    typeWords(text)
    searchWords(text)
    void navigate('/tickets?state=all')
  }
  const may = useMay('exports.start')
  useKeys('exports', { 'exports.new': open }, may)
  return (
    <div className="fill">
      <PageHeader
        shows={SHOWN}
        title={t('page.title')}
        sub={t('page.sub')}
        actions={
          <>
            <LedgerSearch fieldRef={field} onLeave={() => document.getElementById('main')?.focus()} />
            <Button
              tone="primary"
              icon={<Plus aria-hidden="true" />}
              chord={useChord('exports.new')}
              disabled={!may}
              onClick={open}
            >
              {t('page.new')}
            </Button>
          </>
        }
      />
      <Panel title={t('ledger.title')} aside={<KindChoice />} fill flush>
        <OthersChange call="exports.start" isAtEdge />
        <Ledger
          onNew={may ? open : null}
          onElsewhere={setMoving}
          onTickets={openTickets}
          onSearch={() => field.current?.select()}
        />
      </Panel>
      {search.get('new') === '1' && may ? (
        <NewExport
          chosen={chosen}
          folder={lastFolder}
          onStarted={(folder) => {
            // The next export goes where the last one went.
            void done(client.settings.save({ exportFolder: folder }))
            close()
          }}
          onClose={close}
        />
      ) : null}
      {moving === null ? null : <DeliverElsewhere record={moving} onClose={() => setMoving(null)} />}
    </div>
  )
}
