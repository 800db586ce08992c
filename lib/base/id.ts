/** No user has this id; in Prisma an undefined one would mean no filter at all. */
export const nobody = "00000000-0000-0000-0000-000000000000";
