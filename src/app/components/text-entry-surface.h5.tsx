import type { TextEntryProps } from '#app/components/text-entry-shape'

/** The browser's own fields: Taro's put the label on an element screen readers do not ask. */
export function TextEntrySurface(props: TextEntryProps) {
  const { value, onChange, label, placeholder, lengthMax, isMultiline, kind = 'text', onSubmit, isInvalid, hasFocus } = props
  const shared = {
    className: `text-entry${isMultiline ? ' text-entry--tall' : ''}`,
    value,
    placeholder,
    maxLength: lengthMax,
    autoFocus: hasFocus,
    'aria-label': label,
    'aria-invalid': isInvalid || undefined
  }
  if (isMultiline) return <textarea {...shared} rows={3} onChange={event => onChange(event.target.value)} />
  return (
    <input
      {...shared}
      type={kind === 'search' ? 'search' : 'text'}
      inputMode={kind === 'number' ? 'numeric' : undefined}
      autoComplete="off"
      onChange={event => onChange(event.target.value)}
      onKeyDown={event => event.key === 'Enter' && !event.nativeEvent.isComposing && onSubmit?.()}
    />
  )
}
