export default function LandingPage() {
  return (
    <main id="main">
      <h1 className="font-serif text-display font-book">Cairn</h1>
    </main>
  );
}
