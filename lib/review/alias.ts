const adjectives = [
  "Amber", "Ashen", "Bold", "Brisk", "Bright", "Calm", "Clear", "Copper", "Crisp", "Curious", "Dappled", "Early", "Fair", "Fleet", "Gentle", "Golden",
  "Grey", "Hardy", "Hazel", "Keen", "Light", "Mellow", "Mild", "Misty", "Nimble", "Quiet", "Rapid", "Russet", "Silver", "Steady", "Sunny", "Tawny",
] as const;

const birds = [
  "Avocet", "Bittern", "Bunting", "Chough", "Crane", "Curlew", "Dipper", "Dunlin", "Falcon", "Finch", "Heron", "Hoopoe", "Ibis", "Kestrel", "Lapwing",
  "Linnet", "Martin", "Merlin", "Nuthatch", "Osprey", "Petrel", "Pipit", "Plover", "Redwing", "Robin", "Siskin", "Starling", "Swift", "Tern", "Thrush",
  "Wagtail", "Wren",
] as const;

/**
 * The name that a learner goes by with mentors, made of the review's id (a random UUID) and of nothing that belongs to the learner: two
 * reviews of one learner have names that say nothing of each other. One of 1,024, so it is a name and not a key.
 */
export function aliasOf(reviewId: string): string {
  const pick = Number.parseInt(reviewId.replaceAll("-", "").slice(-8), 16);
  return `${adjectives[pick % adjectives.length]} ${birds[Math.floor(pick / adjectives.length) % birds.length]}`;
}
