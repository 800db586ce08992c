/** How far a page is scrolled, in CSS pixels, and which of its folds are open, by their number. What is absent has not been touched. */
export interface Place {
  y?: number;
  folds?: number[];
}

/** Holds JSON of the places by the key of the history's entry. Whoever takes it away, as signing out does, ends the keeping. */
const storageKey = "cairn.places";
const mostPlaces = 100;

/** The latest is the last. */
let places: Record<string, Place> = {};

function keyHere(): string {
  return navigation.currentEntry?.key ?? "";
}

/** The place in the page that stands here, or undefined where none was kept. */
export function placeHere(): Place | undefined {
  return places[keyHere()];
}

export function keepPlaceHere(changed: Place): void {
  const key = keyHere();
  const place = { ...places[key], ...changed };
  delete places[key];
  places[key] = place;
}

export function readPlaces(): void {
  try {
    const stored = Object(JSON.parse(sessionStorage.getItem(storageKey) ?? "{}")) as Record<string, unknown>;
    places = Object.fromEntries(Object.entries(stored).map(([key, place]) => [key, parsePlace(place)]));
    sessionStorage.setItem(storageKey, JSON.stringify(places));
  } catch {
    // Storage is off or full, or holds no JSON: the places of this document are kept, and stored where that can be.
  }
}

export function storePlaces(): void {
  for (const key of Object.keys(places).slice(0, -mostPlaces)) delete places[key];
  try {
    if (sessionStorage.getItem(storageKey)) sessionStorage.setItem(storageKey, JSON.stringify(places));
  } catch {
    // Storage is off or full: what it held is as good as it gets.
  }
}

function parsePlace(stored: unknown): Place {
  const { y, folds } = Object(stored) as Record<string, unknown>;
  const place: Place = {};
  if (typeof y === "number") place.y = y;
  if (Array.isArray(folds)) place.folds = folds.filter((each) => typeof each === "number");
  return place;
}
