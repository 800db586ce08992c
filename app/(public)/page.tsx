export default function LandingPage() {
  return (
    <div>
      <h1 className="font-serif text-display font-book">Cairn</h1>
    </div>
  );
}
