import { deployment } from '#app/platform/deployment'

/** Files are brought at a desk; in the mini-program the text is pasted. */
export const hasTextFilePicker = deployment.isBrowser

/** One text file of this computer; undefined where the person turned back. */
export function pickTextFile(accept: string): Promise<{ name: string; text: string } | undefined> {
  return new Promise(resolve => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.hidden = true
    const finish = async () => {
      const file = input.files?.[0]
      input.remove()
      resolve(file && { name: file.name, text: await file.text() })
    }
    input.addEventListener('change', () => void finish())
    input.addEventListener('cancel', () => void finish())
    document.body.append(input)
    input.click()
  })
}
