/** The code of the palette and of the keyboard help: fetched once, when somebody first reaches for them. */
export const loadPalette = () => import("#components/shell/palette.tsx")
export const loadHelp = () => import("#components/shell/key-help.tsx")
