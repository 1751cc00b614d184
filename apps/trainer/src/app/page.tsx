export default function Door() {
  return <main className="p-8 text-lg">Dwell</main>;
}
