import { Input, Textarea } from '@tarojs/components'
import type { TextEntryProps } from '#app/components/text-entry-shape'

/** The mini-program's own fields. */
export function TextEntrySurface(props: TextEntryProps) {
  const { value, onChange, label, placeholder, lengthMax, isMultiline, kind, onSubmit, hasFocus } = props
  const shared = {
    className: `text-entry${isMultiline ? ' text-entry--tall' : ''}`,
    value,
    placeholder,
    placeholderClass: 'text-entry__placeholder',
    maxlength: lengthMax ?? -1,
    focus: hasFocus,
    'aria-label': label
  }
  if (isMultiline) return <Textarea {...shared} autoHeight disableDefaultPadding onInput={event => onChange(event.detail.value)} />
  return (
    <Input
      {...shared}
      type={kind === 'number' ? 'number' : 'text'}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onInput={event => onChange(event.detail.value)}
      onConfirm={onSubmit}
    />
  )
}
