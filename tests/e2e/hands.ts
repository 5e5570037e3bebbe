/** Two ways to the same end: by mouse, and by keyboard alone. A story that is told with these is told in both ways. */
import { expect, type Locator, type Page } from '@playwright/test';

interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export interface Hands {
  /** presses a button, follows a link, opens what is folded */
  press(control: Locator): Promise<void>;
  /** in place of what stands there */
  write(field: Locator, text: string): Promise<void>;
  /** makes a box ticked or not */
  tick(box: Locator, on?: boolean): Promise<void>;
  /** one of several that exclude each other */
  choose(radio: Locator): Promise<void>;
  /** what stands under that name in a list */
  pick(list: Locator, name: string): Promise<void>;
  attach(input: Locator, file: File): Promise<void>;
  /** opens the sheet of formulas over a text that has been written to its end */
  openFormulas(text: Locator, button: Locator): Promise<void>;
  /** brings the last row of a list to its first place. @param handle of the row that stands at a place, from 1 */
  toTheTop(handle: (place: number) => Locator, places: number): Promise<void>;
  /** @param button that does it */
  save(button: Locator): Promise<void>;
}

export function byMouse(page: Page): Hands {
  const press = (control: Locator): Promise<void> => control.click();
  return {
    press,
    async write(field, text) {
      await field.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    async tick(box, on = true) {
      if ((await box.isChecked()) !== on) await box.click();
    },
    choose: (radio) => radio.locator('xpath=ancestor::label').click(),
    async pick(list, name) {
      await list.selectOption({ label: name });
    },
    async attach(input, file) {
      const chooser = page.waitForEvent('filechooser');
      await input.click();
      await (await chooser).setFiles(file);
    },
    openFormulas: (_text, button) => press(button),
    async toTheTop(handle, places) {
      await handle(places).hover();
      const to = await handle(1).boundingBox();
      if (to === null) throw new Error('there is no place to carry it to');
      await page.mouse.down();
      await page.mouse.move(to.x + to.width / 2, to.y, { steps: 10 });
      await page.mouse.up();
    },
    save: press,
  };
}

/** More than any page here has. */
const MOST_STOPS = 150;

/** Goes on by Tab until a control has the focus, as somebody without a pointer does; what has it must be seen to have it. */
export async function reach(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeAttached();
  // a row of tools is one stop, and gone along by arrows
  const tools = control.locator('xpath=ancestor::*[@role="toolbar"]');
  if ((await tools.count()) > 0 && (await control.getAttribute('tabindex')) === '-1') {
    await reach(page, tools.locator('[tabindex="0"]'));
    for (let steps = 0; !(await control.evaluate((one) => one === document.activeElement)); steps++) {
      if (steps > 10) throw new Error(`arrows never come to ${control}`);
      await page.keyboard.press('ArrowRight');
    }
    return;
  }
  const there = (): Promise<boolean> => control.evaluate((one) => one === document.activeElement);
  // what stands before is gone back to
  const key = (await control.evaluate((one) => {
    const { activeElement: now } = document;
    return now !== null && now !== document.body && (now.compareDocumentPosition(one) & 2) !== 0;
  }))
    ? 'Shift+Tab'
    : 'Tab';
  for (let stops = 0; !(await there()); stops++) {
    if (stops > MOST_STOPS) throw new Error(`${key} never comes to ${control}`);
    await page.keyboard.press(key);
  }
  const shown = await control.evaluate((one) =>
    // a card to choose, and a field with tools, show it around what has it
    [one, one.closest('label'), one.closest('div')].some((around) => {
      if (around === null) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(around);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    }),
  );
  expect(shown, `${control} shows that it has the focus`).toBe(true);
}

export function byKeys(page: Page): Hands {
  const { keyboard } = page;
  const press = async (control: Locator, key = 'Enter'): Promise<void> => {
    await reach(page, control);
    await expect(control).toBeEnabled();
    await keyboard.press(key);
  };
  return {
    press,
    async write(field, text) {
      await reach(page, field);
      await keyboard.press('ControlOrMeta+a');
      await keyboard.insertText(text);
    },
    async tick(box, on = true) {
      if ((await box.isChecked()) !== on) await press(box, 'Space');
    },
    async choose(radio) {
      const name = await radio.getAttribute('name');
      await reach(page, page.locator(`input[type="radio"][name="${name}"]:checked`));
      for (let steps = 0; !(await radio.isChecked()); steps++) {
        if (steps > 20) throw new Error(`arrows never come to ${radio}`);
        await keyboard.press('ArrowRight');
      }
    },
    async pick(list, name) {
      await reach(page, list);
      // a list answers to the beginning of what it holds
      await keyboard.type(name);
      await expect(list.locator('option:checked')).toHaveText(name);
    },
    async attach(input, file) {
      const chooser = page.waitForEvent('filechooser');
      await press(input, 'Space');
      await (await chooser).setFiles(file);
    },
    async openFormulas(text) {
      await reach(page, text);
      await keyboard.press('ControlOrMeta+m');
    },
    async toTheTop(handle, places) {
      await reach(page, handle(places));
      for (let place = places - 1; place > 0; place--) {
        await keyboard.press('ArrowUp');
        await expect(handle(place)).toBeFocused();
      }
    },
    save: () => keyboard.press('ControlOrMeta+s'),
  };
}
