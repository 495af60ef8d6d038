/** What an action answers: data, or a refusal in words that a form can show beside its fields. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false
      readonly code: string
      readonly message: string
      /** Messages by field path, for input that could not be read. */
      readonly fields?: Readonly<Record<string, string>>
    }

/** A server action as a component sees it: it arrives as a prop. */
export type Verb<Input, Value = null> = (input: Input) => Promise<Reply<Value>>
