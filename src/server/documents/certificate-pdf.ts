import PDFDocument from 'pdfkit'
import { toBuffer as drawQrCode } from 'qrcode'
import type { CertifiedActivity, MinutesByGrade } from '#contract/volunteering-shapes'
import { grades, type CertificateState } from '#contract/volunteering-states'
import { addActivityPages } from '#server/documents/certificate-activities'
import { drawFrame, GREEN, HEIGHT, INNER, MARGIN, RED, rule, SOFT, WIDTH, write, type Page } from '#server/documents/certificate-drawing'
import { gradeWords, spokenDate, spokenMinutes } from '#server/documents/document-words'
import { fontOf } from '#server/documents/document-fonts'

export interface CertificateOnPaper {
  code: string
  state: CertificateState
  /** The true name where the holder asked for it, else the masked one. */
  name: string
  from: string
  to: string
  minutes: number
  byGrade: MinutesByGrade
  activityCount: number
  /** Listed on pages of their own; certificates of earlier versions of the product have none. */
  activities?: readonly CertifiedActivity[] | undefined
  issuer: string
  issuedOn: string
  issuedAt: Date
  /** Whole, with `https://`: what the QR code says. */
  verifyUrl: string
  /** Printed across the page; the demo city certifies nothing. */
  isDemo: boolean
}

const TABLE_TOP = 404
const ROW_HEIGHT = 31
const SEAL_TOP = 566
const FOOT_TOP = 656
const QR_SIDE = 100
/** The white around a QR code lies over the margin, so that its dark edge stands in line with the text. */
const QR_QUIET = 5

/** Across the page, pale, below everything else: what keeps the sheet from being taken for a good certificate. */
function drawMark(page: Page, word: string, colour: string): void {
  page
    .save()
    .rotate(-32, { origin: [WIDTH / 2, HEIGHT / 2] })
    .opacity(0.09)
  write(page, word, { x: 0, y: HEIGHT / 2 - 90, size: 120, colour, weight: 'bold', width: WIDTH, align: 'center' })
  page.restore()
}

function drawHead(page: Page, { issuer, code }: CertificateOnPaper): void {
  write(page, issuer, { y: 98, size: 16, colour: GREEN, align: 'center' })
  write(page, '志愿服务记录证明', { y: 126, size: 36, weight: 'bold', align: 'center' })
  rule(page, 190, { x: WIDTH / 2 - 28, width: 56, colour: GREEN, weight: 2 })
  write(page, `编号 ${code}`, { y: 204, size: 11, colour: SOFT, align: 'center' })
}

function drawBody(page: Page, paper: CertificateOnPaper): void {
  write(page, paper.name, { y: 252, size: 26, weight: 'bold', align: 'center' })
  const period = `${spokenDate(paper.from)}至${spokenDate(paper.to)}`
  write(page, `${period}，参加志愿服务活动 ${paper.activityCount} 项，`, { y: 302, size: 14, align: 'center' })
  write(page, '经核实并公示的服务时长共', { y: 326, size: 14, align: 'center' })
  write(page, spokenMinutes(paper.minutes), { y: 350, size: 24, colour: GREEN, weight: 'bold', align: 'center' })
}

function drawTable(page: Page, { byGrade }: CertificateOnPaper): void {
  write(page, '时长按证明力分级', { y: TABLE_TOP, size: 10, colour: SOFT })
  rule(page, TABLE_TOP + 20)
  grades.forEach((grade, n) => {
    const y = TABLE_TOP + 20 + n * ROW_HEIGHT
    write(page, grade, { y: y + 8, size: 12, weight: 'bold', colour: GREEN, width: 30 })
    write(page, gradeWords[grade], { x: MARGIN + 34, y: y + 8, size: 12, width: 270 })
    write(page, spokenMinutes(byGrade[grade]), { x: WIDTH - MARGIN - 140, y: y + 8, size: 12, width: 140, align: 'right' })
    rule(page, y + ROW_HEIGHT)
  })
}

function drawFoot(page: Page, { issuer, issuedOn, verifyUrl }: CertificateOnPaper, qrCode: Buffer): void {
  const right = { x: WIDTH / 2, width: WIDTH / 2 - MARGIN, align: 'right' as const }
  // A round seal of 40 mm goes over the name and the date; nothing else is printed there.
  write(page, '出具单位（盖章）', { ...right, y: SEAL_TOP, size: 10, colour: SOFT })
  write(page, issuer, { ...right, y: SEAL_TOP + 26, size: 15, weight: 'bold' })
  write(page, spokenDate(issuedOn), { ...right, y: page.y + 4, size: 12 })
  page.image(qrCode, MARGIN - QR_QUIET, FOOT_TOP - QR_QUIET, { width: QR_SIDE })
  const beside = { x: MARGIN + QR_SIDE + 4, width: INNER - QR_SIDE - 4 }
  write(page, '扫码核验真伪', { ...beside, y: FOOT_TOP + 14, size: 12, weight: 'bold' })
  write(page, '或打开下面的网址，核对姓名、时长和状态。以网页显示的为准。', { ...beside, y: FOOT_TOP + 36, size: 10, colour: SOFT })
  write(page, verifyUrl, { ...beside, y: FOOT_TOP + 54, size: 9, colour: SOFT })
  write(page, '本证明依《志愿服务条例》和《志愿服务记录与证明出具办法》如实免费出具，只记录时长，不能转让。', {
    y: 764,
    size: 9,
    colour: SOFT,
    align: 'center'
  })
}

const marks: Record<CertificateState, string | undefined> = { valid: undefined, superseded: '已被替代', revoked: '已撤销' }

/** The same certificate makes the same bytes: its dates are those of its issue, and the file's id is made from them. */
function openPage({ code, issuedAt }: CertificateOnPaper): Page {
  const page = new PDFDocument({
    size: 'A4',
    pdfVersion: '1.7',
    margin: 0,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: `志愿服务记录证明 ${code}`, Producer: 'tongchuang', Creator: 'tongchuang', CreationDate: issuedAt, ModDate: issuedAt },
    // No standard font: everything is written in the two below.
    font: ''
  })
  for (const weight of ['regular', 'bold'] as const) page.registerFont(weight, fontOf(weight))
  return page
}

/** A certificate: one A4 page, and the activities on pages behind it. Its text can be copied, its fonts are embedded as the letters it needs. */
export async function writeCertificatePdf(paper: CertificateOnPaper): Promise<Buffer> {
  // Grey without alpha: a picture with an alpha channel would be two in the PDF.
  const qrCode = await drawQrCode(paper.verifyUrl, { errorCorrectionLevel: 'M', margin: 2, scale: 8, rendererOpts: greyScale })
  const page = openPage(paper)
  const mark = marks[paper.state]
  const parts: Buffer[] = []
  page.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((settle, fail) => page.on('end', settle).on('error', fail))
  if (mark) drawMark(page, mark, RED)
  else if (paper.isDemo) drawMark(page, '演示', SOFT)
  drawFrame(page)
  drawHead(page, paper)
  drawBody(page, paper)
  drawTable(page, paper)
  drawFoot(page, paper, qrCode)
  addActivityPages(page, paper)
  page.end()
  await ended
  return Buffer.concat(parts)
}

/** PNG colour type 0; its typings know only what the renderer itself reads, the rest goes to pngjs. */
const greyScale: { deflateLevel: number } & { colorType: number } = { deflateLevel: 9, colorType: 0 }
