/** The front door: to the home page for those signed in, else what this is, a way in, and a way to a quiz. */
export default function FrontPage() { return <main id="content">∇</main>; }
