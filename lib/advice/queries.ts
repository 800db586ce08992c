import { infiniteQueryOptions, mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import type { AdviceDto, AskAdviceInput, AskedAdviceDto, MyAdviceDto, WaitingAdviceDto } from "#lib/advice/schema.ts";

const path = "/api/v1/advice/advices";
const after = (place: string) => (place === "" ? "" : `?after=${encodeURIComponent(place)}`);

export const adviceQueries = {
  all: () => ["advice"] as const,
  mine: () => infiniteQueryOptions({
    queryKey: [...adviceQueries.all(), "mine"],
    queryFn: ({ signal, pageParam }) => getJson<MyAdviceDto>(`${path}${after(pageParam)}`, signal),
    initialPageParam: "",
    getNextPageParam: (page: MyAdviceDto) => page.next,
  }),
  one: (adviceId: string) => queryOptions({
    queryKey: [...adviceQueries.all(), "one", adviceId],
    queryFn: ({ signal }) => getJson<AdviceDto>(`${path}/${adviceId}`, signal),
  }),
  waiting: () => infiniteQueryOptions({
    queryKey: [...adviceQueries.all(), "waiting"],
    queryFn: ({ signal, pageParam }) => getJson<WaitingAdviceDto>(`/api/v1/advice/waiting${after(pageParam)}`, signal),
    initialPageParam: "",
    getNextPageParam: (page: WaitingAdviceDto) => page.next,
    refetchInterval: 30_000,
  }),
};

function act(name: string, segment: "pick-up" | "let-go" | "close") {
  return mutationOptions({
    mutationKey: ["advice", name],
    // Without a connection it fails at once and says so, and must not wait for one in silence.
    networkMode: "always",
    mutationFn: (adviceId: string) => sendJson<void>(`${path}/${adviceId}/${segment}`, { method: "POST" }),
  });
}

export const adviceMutations = {
  /** It carries the key that its form was opened with: asking twice is the same as once. */
  ask: () => mutationOptions({
    mutationKey: ["advice", "ask"],
    networkMode: "always",
    mutationFn: ({ input, idempotencyKey }: { input: AskAdviceInput; idempotencyKey: string }) =>
      sendJson<AskedAdviceDto>(path, { method: "POST", body: input, idempotencyKey }),
  }),
  pickUp: () => act("pickUp", "pick-up"),
  letGo: () => act("letGo", "let-go"),
  close: () => act("close", "close"),
  block: () => mutationOptions({
    mutationKey: ["advice", "blockAdviser"],
    networkMode: "always",
    mutationFn: ({ adviceId, pickUps }: Pick<AdviceDto, "adviceId" | "pickUps">) => sendJson<void>(`${path}/${adviceId}/block`, { method: "POST", body: { pickUps } }),
  }),
};
