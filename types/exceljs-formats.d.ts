declare module 'exceljs/lib/xlsx/defaultnumformats.js' {
  /** Forms of numbers by their ids: `f` everywhere, the others in one place each. */
  const formats: Record<string, { f?: string | undefined; 'zh-cn'?: string }>
  export default formats
}
