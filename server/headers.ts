/** Headers of everything that is served: pages, files, health and refusals alike. */

/** @param secure whether browsers reach us by https: only then may they be told to come no other way */
export function standingHeaders(secure: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    // a classroom needs none of them, so no script that gets into a page has them either
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=()',
    // browsers take these two from https alone, and complain of the second elsewhere
    ...(secure ? { 'strict-transport-security': 'max-age=31536000', 'cross-origin-opener-policy': 'same-origin' } : {}),
  };
}
