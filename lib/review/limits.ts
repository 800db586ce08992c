/** How many reviews of one learner may wait for mentors at once; more are kept unsent. */
export const MOST_WITH_MENTORS = 5;

/** How many open reviews a learner may have for one item, each of another evidence. */
export const MOST_FOR_ITEM = 2;

/** For how many days after a verdict its mentor may take it back. */
export const CORRECTABLE_DAYS = 7;
