type Undone = {
  readonly source: { readonly name: string }
  readonly isSourceGone: boolean
  /** Whether its header is remembered with the way its columns were mapped. */
  readonly isMappingKept: boolean
  /** Whether the first model of the workspace came with its values. */
  readonly hasBroughtModel: boolean
}

/** What an import that was taken back leaves behind, a sentence each. Rows and readings are told apart from it. */
export function whatStays({ source, isSourceGone, isMappingKept, hasBroughtModel }: Undone): string[] {
  const sentences = ["The audit log keeps that the file was imported and taken back."]
  if (!isSourceGone)
    sentences.push(
      `The source “${source.name}” stays: other imports, rows left alone or what somebody set for it refer to it.`,
    )
  if (isMappingKept)
    sentences.push(
      "The mapping of its columns is remembered: the next file with this header begins with it, and it can be changed there.",
    )
  if (hasBroughtModel)
    sentences.push(
      "The starter model that its values brought stays. Once none of its measures is left, the next values bring a new version.",
    )
  return sentences
}
