const untyped = new Set(["checkbox", "radio", "button", "submit", "reset", "image", "file", "range", "color"])

/** Whether letters belong to the element: it is written in, or it finds its choices by their letters. */
function takesLetters(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !untyped.has(element.type)
  if (element instanceof HTMLElement && element.isContentEditable) return true
  return element.matches(
    'textarea, select, [role="textbox"], [role="combobox"], [role="searchbox"], [role="spinbutton"], [role="listbox"], [role="menu"], [role="menu"] *',
  )
}

/** Keys that the focused element answers by itself. */
const own: Readonly<Record<string, string>> = {
  Enter: 'a[href], button, summary, input, [role="button"], [role="option"]',
  Space: 'button, summary, input, [role="button"], [role="switch"], [role="checkbox"], [role="option"]',
  ArrowUp: 'input, [role="tab"], [role="radio"], [role="slider"]',
  ArrowDown: 'input, [role="tab"], [role="radio"], [role="slider"]',
  ArrowLeft: 'input, [role="tab"], [role="radio"], [role="slider"]',
  ArrowRight: 'input, [role="tab"], [role="radio"], [role="slider"]',
}

/** Whether a registered key may have its effect while this element is focused. */
export function mayPress(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof Element)) return true
  if (takesLetters(target)) return false
  const answers = own[name]
  return answers === undefined || target.closest(answers) === null
}

/** Whether something lies over the page and has the keys for itself: a dialog, a menu, an open popover. */
export const isCovered = (): boolean =>
  document.querySelector(
    'dialog:modal, [role="dialog"][data-open], [role="alertdialog"][data-open], [role="menu"][data-open], [role="listbox"][data-open], :popover-open',
  ) !== null
