import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anExportedTicket, aQuote, goingOutInPages } from '../../../test/builders/exported-ticket.ts'
import { escapeMarkdown, writeMarkdown } from './markdown-writer.ts'

test('one section per ticket, each quote a block quote that begins with its time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-md-'))
  const path = join(folder, 'a.md')
  const quotes = [aQuote({ text: '第一行\n\n# 第三行' }), aQuote({ kind: 'view', offsetMs: 200_000, text: '入口太深' })]
  const rows = [anExportedTicket({ title: '标题 *不* 加粗' }, { quotes, remark: '等 <供应商>' })]
  await writeMarkdown(goingOutInPages(rows), {
    path,
    language: 'zh',
    timeZone: 'Asia/Shanghai',
    writtenAt: '2026-09-18T04:00:00.000Z',
    ticketCount: 1,
    onProgress: () => {},
  })
  const text = readFileSync(path, 'utf8')
  rmSync(folder, { recursive: true })
  expect(text).toBe(`# 听线工单

1 件 · Asia/Shanghai

## ES-000007 标题 \\*不\\* 加粗

- **状态**：处理中
- **优先级**：P2 高
- **处理时限**：2026-09-18 14:35
- **责任部门**：物流部
- **责任人**：王敏
- **时效**：4 小时工作时
- **问题类型**：优惠券
- **通话时间（当地）**：2026-09-18 09:02
- **听线人**：李静
- **通话编号**：2026-09-18 第 3 通
- **来电参考**：330100199001011234
- **提出时间**：2026-09-18 09:05
- **备注**：等 \\<供应商\\>

> **02:14** · 原声\\
> 第一行
>
> \\# 第三行

> **03:20** · 判断\\
> 入口太深
`)
})

test.each([
  ['1. 不是列表', '1\\. 不是列表'],
  ['- 不是列表', '\\- 不是列表'],
  ['a_b_c', 'a\\_b\\_c'],
  ['<script>', '\\<script\\>'],
  ['https://x.cn www.x.cn', 'https\\://x.cn www\\.x.cn'],
  ['    四个空格不是代码', '四个空格不是代码'],
  ['===', '\\==='],
])('%s is shown as it was typed', (typed, escaped) => {
  expect(escapeMarkdown(typed)).toBe(escaped)
})
