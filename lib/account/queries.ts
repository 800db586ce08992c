import { queryOptions } from "@tanstack/react-query";
import { getJson } from "#lib/base/api.ts";
import type { MeDto } from "#lib/account/schema.ts";

export const accountQueries = {
  me: () => queryOptions({
    queryKey: ["account", "me"],
    queryFn: ({ signal }) => getJson<MeDto>("/api/v1/account/me", signal),
    staleTime: Infinity,
  }),
};
