/** The code of the palette, the keyboard help and the share dialog: fetched once, when somebody first reaches for them. */
export const loadPalette = () => import("#components/shell/palette.tsx")
export const loadShare = () => import("#components/shell/share-dialog.tsx")
export const loadHelp = () => import("#components/shell/key-help.tsx")
