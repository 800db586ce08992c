import { mutationOptions, queryOptions } from "@tanstack/react-query";
import { getJson, sendJson } from "#lib/base/api.ts";
import type { AddEvidenceInput, EvidenceDto, PortfolioDto, ReviseEvidenceInput } from "#lib/portfolio/schema.ts";

const path = "/api/v1/portfolio/evidence";

export const portfolioQueries = {
  all: () => ["portfolio"] as const,
  mine: () => queryOptions({
    queryKey: [...portfolioQueries.all(), "mine"],
    queryFn: ({ signal }) => getJson<PortfolioDto>(path, signal),
  }),
};

interface Pair { evidenceId: string; itemId: string }

export const portfolioMutations = {
  add: () => mutationOptions({
    mutationKey: ["portfolio", "add"],
    mutationFn: (body: AddEvidenceInput) => sendJson<EvidenceDto>(path, { method: "POST", body }),
  }),
  revise: () => mutationOptions({
    mutationKey: ["portfolio", "revise"],
    mutationFn: ({ evidenceId, ...body }: ReviseEvidenceInput) =>
      sendJson<EvidenceDto>(`${path}/${evidenceId}/versions`, { method: "POST", body }),
  }),
  attach: () => mutationOptions({
    mutationKey: ["portfolio", "attach"],
    mutationFn: ({ evidenceId, itemId }: Pair) => sendJson<EvidenceDto>(`${path}/${evidenceId}/items/${itemId}`, { method: "PUT" }),
  }),
  detach: () => mutationOptions({
    mutationKey: ["portfolio", "detach"],
    mutationFn: ({ evidenceId, itemId }: Pair) => sendJson<EvidenceDto>(`${path}/${evidenceId}/items/${itemId}`, { method: "DELETE" }),
  }),
  archive: () => mutationOptions({
    mutationKey: ["portfolio", "archive"],
    mutationFn: ({ evidenceId }: { evidenceId: string }) => sendJson<void>(`${path}/${evidenceId}/archive`, { method: "POST" }),
  }),
};
