/** A drawing for a question: a hill from above. */
export function drawnHill(): Buffer {
  const circles = [40, 80, 120, 160]
    .map((radius) => `<circle cx="320" cy="200" r="${radius}" fill="none" stroke="#5b3df5" stroke-width="3"/>`)
    .join('');
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400" viewBox="0 0 640 400">
<rect width="640" height="400" fill="#ffffff"/>${circles}<circle cx="320" cy="200" r="6" fill="#1b1b20"/>
<path d="M404 116 L470 50 M470 50 L446 56 M470 50 L464 74" fill="none" stroke="#c8501e" stroke-width="5"/>
<circle cx="404" cy="116" r="7" fill="#c8501e"/></svg>`);
}
