import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { anExportedTicket, aQuote, goingOutInPages } from '../../../test/builders/exported-ticket.ts'
import { writeCsv } from './csv-writer.ts'
import type { FileLanguage } from './export-words.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-csv-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function written(rows: Iterable<ExportedTicket>, language: FileLanguage = 'zh') {
  const path = join(folder, 'a.csv')
  const told: number[] = []
  const onProgress = (done: number) => told.push(done)
  await writeCsv(goingOutInPages(rows), {
    path,
    language,
    timeZone: 'Asia/Shanghai',
    writtenAt: '2026-09-18T04:00:00.000Z',
    ticketCount: 1,
    onProgress,
  })
  const bytes = readFileSync(path)
  const records = parse(bytes, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
  return { bytes, records, told }
}

test('begins with the mark that makes Excel read UTF-8, and ends lines with CR LF', async () => {
  const { bytes } = await written([anExportedTicket()])
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(bytes.toString('utf8').split('\r\n')).toHaveLength(3)
})

test('a row reads back as the department reads it, times on the clock of the room', async () => {
  const { records } = await written([anExportedTicket({ answerBy: '2026-09-18T16:30:00.000Z' })])
  expect(records).toEqual([
    {
      编号: 'ES-000007',
      标题: '优惠券用不了',
      问题类型: '优惠券',
      优先级: 'P2 高',
      状态: '处理中',
      责任部门: '物流部',
      责任人: '王敏',
      提出时间: '2026-09-18 09:05',
      处理时限: '2026-09-18 14:35',
      首次响应截止: '2026-09-19 00:30',
      停表自: '',
      原声: '02:14 我的优惠券怎么用不了啊',
      判断: '',
      时效: '4 小时工作时',
      '通话时间（当地）': '2026-09-18 09:02',
      听线人: '李静',
      通话编号: '2026-09-18 第 3 通',
      来电参考: '330100199001011234\t',
      服务: '',
      关闭时间: '',
      备注: '',
    },
  ])
})

test('the English file says the same in English', async () => {
  const { records } = await written([anExportedTicket({}, { isSilverHair: true })], 'en')
  expect(records[0]).toMatchObject({
    Service: 'Silver hair',
    'Issue type': 'Coupon',
    Priority: 'P2 High',
    Status: 'In progress',
    Call: '2026-09-18 call 3',
    'Heard by': '李静',
    'Time limit': '4 working hours',
  })
})

test('several quotes of several calls stand in one cell, each with its time, call and kind', async () => {
  const other = { callId: 'another', callNumber: 5, callReference: '000123' }
  const { records } = await written([
    anExportedTicket(
      {},
      {
        quotes: [
          aQuote({ text: '第一句，\n带 "引号"\r\n和逗号' }),
          aQuote({ ...other, offsetMs: 3_723_000, text: '第二句' }),
          aQuote({ ...other, kind: 'view', offsetMs: 0, text: '入口太深' }),
          aQuote({ ...other, kind: 'praise', offsetMs: 61_000, text: '很耐心' }),
        ],
      },
    ),
  ])
  expect(records[0]).toMatchObject({
    原声: '02:14 2026-09-18 第 3 通 第一句，\n带 "引号"\n和逗号\n1:02:03 2026-09-18 第 5 通 第二句',
    判断: '00:00 2026-09-18 第 5 通 入口太深\n01:01 2026-09-18 第 5 通 表扬：很耐心',
    通话编号: '2026-09-18 第 3 通、2026-09-18 第 5 通',
    来电参考: '330100199001011234、000123',
  })
})

test('a title that a spreadsheet would run stays a title', async () => {
  const { records } = await written(['=1+1', '＝cmd()', '@SUM(A1)', '-5'].map((title) => anExportedTicket({ title })))
  expect(records.map((record) => record.标题)).toEqual(["'=1+1", "'＝cmd()", "'@SUM(A1)", "'-5"])
})

test('what a spreadsheet would change stays text in every text column, and the times stay times', async () => {
  const texts = ['11-11', '6/18', '1:30', '50%', 'TRUE', '1/2', '3E5']
  const rows = texts.map((text) =>
    anExportedTicket(
      { title: text, department: text, ownerName: text },
      { remark: text, issueTypeNameZh: text, quotes: [aQuote({ callReference: text })] },
    ),
  )
  const { records } = await written(rows)
  for (const column of ['标题', '问题类型', '责任部门', '责任人', '来电参考', '备注'])
    expect(records.map((record) => record[column])).toEqual(texts.map((text) => `${text}\t`))
  expect(new Set(records.map((record) => record.提出时间))).toEqual(new Set(['2026-09-18 09:05']))
})

test('no second line and no part behind a semicolon begins a formula', async () => {
  const { records } = await written([anExportedTicket({ title: 'a;=1+1' }, { remark: '等回复\n=1+1' })])
  expect(records[0]).toMatchObject({ 标题: "a;'=1+1", 备注: "等回复\n'=1+1" })
})

test('a text longer than a cell is cut with a word about it', async () => {
  const { records } = await written([anExportedTicket({}, { quotes: [aQuote({ text: '😀'.repeat(20_000) })] })])
  const text = records[0]?.原声 ?? ''
  expect([text.length < 32_767, text.isWellFormed(), text.endsWith('全文见听线台）')]).toEqual([true, true, true])
})

test('a phone number that slipped into a stored text is masked on the way out', async () => {
  const { bytes } = await written([
    anExportedTicket(
      { title: '回拨 13812345678' },
      { quotes: [aQuote({ text: '打 13812345678' })], remark: '13812345678' },
    ),
  ])
  expect(bytes.toString('utf8')).not.toContain('13812345678')
})

test('progress is told while writing and at the end', async () => {
  const { told } = await written(Array.from({ length: 120 }, () => anExportedTicket()))
  expect(told).toEqual([50, 100, 120])
})

test('a failing source of rows rejects, so that a part is never taken for the whole', async () => {
  function* broken() {
    yield anExportedTicket()
    throw new Error('the database went away')
  }
  await expect(written(broken())).rejects.toThrow('went away')
})
