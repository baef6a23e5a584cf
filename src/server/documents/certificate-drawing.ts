import type { FontWeight } from '#server/documents/document-fonts'
import { printable } from '#server/documents/printable'

// Points of 1/72 inch on A4.
export const [WIDTH, HEIGHT, MARGIN] = [595.28, 841.89, 72]
export const INNER = WIDTH - 2 * MARGIN
export const [INK, SOFT, LINE, GREEN, RED] = ['#1F2328', '#57606A', '#DAD7CF', '#0A6E54', '#B42318']

export type Page = PDFKit.PDFDocument

interface Line {
  x?: number
  y: number
  size: number
  colour?: string
  weight?: FontWeight
  width?: number
  align?: 'left' | 'center' | 'right'
  lineGap?: number
}

/** Letters are never spaced out: a reader would copy them with blanks between. */
export function write(
  page: Page,
  text: string,
  { x = MARGIN, y, size, colour = INK, weight = 'regular', width = INNER, ...more }: Line
): void {
  page.font(weight).fontSize(size).fillColor(colour)
  page.text(printable(page, text), x, y, { width, align: more.align ?? 'left', lineGap: more.lineGap ?? 0 })
}

export function rule(page: Page, y: number, { x = MARGIN, width = INNER, colour = LINE, weight = 0.7 } = {}): void {
  page
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(weight)
    .strokeColor(colour)
    .stroke()
}

/** The double line around a page. */
export function drawFrame(page: Page): void {
  page
    .rect(30, 30, WIDTH - 60, HEIGHT - 60)
    .lineWidth(1.4)
    .strokeColor(GREEN)
    .stroke()
  page
    .rect(35, 35, WIDTH - 70, HEIGHT - 70)
    .lineWidth(0.5)
    .strokeColor(GREEN)
    .stroke()
}
