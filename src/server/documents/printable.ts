/** A page of pdfkit, with the present font as fontkit reads it; the typings leave it out. */
interface FontOnPage {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

/** What is drawn as nothing or only on top of what stands before it: left out without a mark where the font lacks it. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{M}\p{C}]/u

/**
 * Text as it can be printed in the present font of a page: a character the font lacks, such as a picture of a face, is a star and not an empty
 * box that looks like a fault of the printer.
 */
export function printable(page: PDFKit.PDFDocument, text: string): string {
  const { font } = (page as unknown as FontOnPage)._font
  return Array.from(text)
    .map(character => {
      if (character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return character
      return UNSEEN.test(character) ? '' : '*'
    })
    .join('')
}
