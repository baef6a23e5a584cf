import type { SignedDocument } from '#server/documents/document-address'
import { writeWaveReportPdf } from '#server/documents/wave-report-pdf'
import { waveSheets } from '#server/documents/wave-workbook'
import type { WaveOnPaper } from '#server/documents/wave-words'
import { writeWorkbook } from '#server/documents/workbook'
import type { Product } from '#server/product'
import { readWaveDetail } from '#server/quizzes/awareness/wave-detail'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function readPaper({ city, database, settings }: Product, waveId: string, now: Date): Promise<WaveOnPaper | undefined> {
  const found = await readWaveDetail(database.reading, waveId)
  if (!found?.findings) return undefined
  const { places } = await city.read()
  const { cells } = found.detail
  const names = [...new Set(cells.map(cell => cell.communityId))].map(id => [id, places.areaOf(id)?.name ?? id] as const)
  return {
    ...{ detail: found.detail, report: { wave: found.detail.wave, ...found.findings }, communityNames: new Map(names) },
    ...{ cityName: places.areas.find(area => area.kind === 'city')?.name ?? '', madeAt: now, isDemo: settings.IDENTITY === 'demo' }
  }
}

/** The report of a wave that is closed, as a paper or a table. Undefined where the address names none. */
export async function waveDownload(product: Product, { name }: SignedDocument, now: Date) {
  const [, waveId, format] = /^wave\/([\w-]+)\.(pdf|xlsx)$/.exec(name) ?? []
  const paper = waveId === undefined ? undefined : await readPaper(product, waveId, now)
  if (!paper) return undefined
  const fileName = `awareness-${paper.report.wave.closesOn}.${format}`
  if (format === 'pdf') return { bytes: await writeWaveReportPdf(paper), type: 'application/pdf', fileName }
  return { bytes: await writeWorkbook(waveSheets(paper), now), type: XLSX, fileName }
}
