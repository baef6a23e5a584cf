export interface TextEntryProps {
  value: string
  onChange: (value: string) => void
  /** Names the field for screen readers, and above it where the part shows a label. */
  label: string
  placeholder?: string
  /** Characters. */
  lengthMax?: number
  isMultiline?: boolean
  kind?: 'text' | 'search' | 'number'
  onSubmit?: () => void
  isInvalid?: boolean
  hasFocus?: boolean
}
