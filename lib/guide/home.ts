/** The slug of the guide that the front page, the navigation and the way in lead to. It is one of those in content/guides.ts. */
export const homeGuide = "machine-learning-engineer";
