export function App() {
  return (
    <main>
      <h1>Track 2</h1>
    </main>
  );
}
