// What a person who spaces words or hits with difficulty needs of a screen. The functions run in the page: each answers
// lines that say what is wrong.

/** The spacing of WCAG 1.4.12. */
export const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

/**
 * Targets below 24 by 24 pixels (2.5.8). Excepted as there: links in a sentence, and those around which a circle of 24
 * pixels meets no other target. Marks of a picture have its table beside them, edges of columns the window of columns.
 */
export function small() {
  const LEAST = 23.9;
  const kinds = 'button, a[href], [role=link], input, textarea, select, summary, [role=button], [role=option], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=tab], [role=spinbutton], [role=columnheader][data-sorts], [role=row][data-index], [role=row][data-folds]';
  const modal = [...document.querySelectorAll('[role=dialog]')].at(-1);
  // What the library hides from sight for screen readers is cut to nothing.
  const clipped = (at) => at !== null && (getComputedStyle(at).clipPath !== 'none' || clipped(at.parentElement));
  const targets = [];
  for (const one of document.querySelectorAll(kinds)) {
    if (modal && !modal.contains(one) && !one.closest('.popover')) continue;
    const box = (one.matches('input[type=checkbox], input[type=radio], input[type=file]') && one.closest('label')) || one;
    const { left, top, right, bottom, width, height } = box.getBoundingClientRect();
    if (width === 0 || height === 0 || box.closest('svg, .unseen, [aria-hidden=true], [inert]') || !box.checkVisibility() || clipped(box)) continue;
    targets.push({ box, left, top, right, bottom, width, height, x: (left + right) / 2, y: (top + bottom) / 2, under: width < LEAST || height < LEAST });
  }
  const inSentence = ({ box }) => {
    if (!getComputedStyle(box).display.startsWith('inline')) return false;
    const around = box.closest('p, li, dd, td, th, h1, h2, h3, blockquote, .where')?.innerText.trim() ?? '';
    return around.length > (box.innerText ?? '').trim().length;
  };
  const away = (a, b) => {
    if (a.box.contains(b.box) || b.box.contains(a.box)) return true;
    const near = Math.hypot(Math.max(b.left - a.x, 0, a.x - b.right), Math.max(b.top - a.y, 0, a.y - b.bottom));
    return near >= 12 && (!b.under || Math.hypot(a.x - b.x, a.y - b.y) >= 24);
  };
  const found = targets.filter((one) => one.under && !inSentence(one) && !targets.every((other) => other === one || away(one, other)));
  return [...new Set(found.map(({ box, width, height }) =>
    `too small: ${Math.round(width)} by ${Math.round(height)}: ${box.localName}.${box.className} ${(box.getAttribute('aria-label') ?? box.innerText ?? '').slice(0, 40)}`))];
}

/**
 * Elements that cut off what stands in them. In the rows of a list cells are cut always, and lines that lead to an item end
 * with an ellipsis after so many lines: all of it stands in the item.
 */
export function cut() {
  const found = [];
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('.grid, .unseen, svg, [aria-hidden=true], input, textarea') || !one.innerText?.trim()) continue;
    const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(one);
    if (webkitLineClamp !== 'none' && one.closest('.goto, .line, .entry-row')) continue;
    const { width, height } = one.getBoundingClientRect();
    if (width <= 1 || height <= 1 || !one.checkVisibility()) continue;
    const sideways = /hidden|clip/.test(overflowX) && one.scrollWidth > one.clientWidth + 1;
    const down = /hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 3;
    if (sideways || down) found.push(`${one.localName}.${one.className} ${one.innerText.slice(0, 40)}`);
  }
  return [...new Set(found)];
}
