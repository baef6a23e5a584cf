/** Why the product cannot start, as one sentence for whoever runs it; no stack is of use to them, and no secret is in it. */
export class StartFault extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'StartFault'
  }
}
