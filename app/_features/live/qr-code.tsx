/** The QR code that the server made, as a picture. */
export function QrCode({ svg, address, className }: { svg: string; address: string; className: string }) {
  // biome-ignore lint/performance/noImgElement: a data address needs no optimiser
  return <img className={className} alt={address} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} />;
}
