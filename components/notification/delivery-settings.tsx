"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { TimeZoneForm } from "#components/account/time-zone-form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { SegmentedControl, type Segment } from "#components/ui/segmented-control.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { detailOf } from "#components/ui/detail-of.ts";
import { DIGEST_HOUR, kinds, type Concern, type Delivery, type Kind } from "#lib/notification/kind.ts";
import { notificationMutations, notificationQueries } from "#lib/notification/queries.ts";
import type { DeliveriesDto } from "#lib/notification/schema.ts";

const segments: Segment<Delivery>[] = [
  { value: "now", label: "At once", tone: "good" }, { value: "digest", label: "Daily", tone: "good" }, { value: "off", label: "Off" },
];

const groups: { title: string; concerns: readonly Concern[] }[] = [
  { title: "Your work", concerns: ["learner"] },
  { title: "Reviews that you give", concerns: ["mentor"] },
  { title: "Reviews, as learner or mentor", concerns: ["both"] },
  { title: "Your account", concerns: ["account"] },
];

/** Which kinds are mailed, and how. Each choice is kept as it is made; one that could not be kept goes back. */
export function DeliverySettings() {
  const { data } = useQuery(notificationQueries.deliveries());
  const client = useQueryClient();
  const choose = useChoosing();
  if (!data) return null;
  return (
    <div className="mx-auto w-full max-w-[46rem] px-4.5 py-7 sm:px-8 lg:py-11">
      <PageHeading title="What is mailed">
        Everything is told in Cairn itself, whatever you choose here. About a review, or a question of yours, you get one mail, and no second one until you have read it, but for a reminder. The
        daily mail comes only when there is something to tell.
      </PageHeading>
      <TimeZoneForm
        timeZone={data.timeZone}
        hint={`The daily mail comes at ${DIGEST_HOUR}:00 by it.`}
        onKept={async () => await client.invalidateQueries({ queryKey: notificationQueries.deliveries().queryKey })}
      />
      {groups.map(({ title, concerns }) => {
        const rows = data.deliveries.filter(({ kind }) => concerns.includes(kinds[kind].concerns));
        return rows.length === 0 ? null : (
          <section key={title} aria-label={title} className="mt-9">
            <h2 className="font-serif text-heading font-medium">{title}</h2>
            <ul className="mt-2 border-t border-line">
              {rows.map(({ kind, delivery }) => (
                <li key={kind} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2.5 border-b border-line py-3.5">
                  <div className="min-w-0 flex-1 basis-64">
                    <p className="font-strong">{kinds[kind].label}</p>
                    <p className="text-note text-muted">{kinds[kind].when}</p>
                  </div>
                  <SegmentedControl
                    legend={`Mails: ${kinds[kind].label}`} hideLegend name={kind} segments={segments} value={delivery}
                    onChange={(chosen) => choose({ kind, delivery: chosen })}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Shown at once, and taken back when it could not be kept. */
function useChoosing() {
  const client = useQueryClient();
  const { queryKey } = notificationQueries.deliveries();
  const { mutationKey } = notificationMutations.setDelivery();
  const show = (kind: Kind, delivery: Delivery) => client.setQueryData<DeliveriesDto>(queryKey, (data) =>
    data && { ...data, deliveries: data.deliveries.map((each) => (each.kind === kind ? { kind, delivery } : each)) });
  const { mutate } = useMutation({
    ...notificationMutations.setDelivery(),
    onMutate: async ({ kind, delivery }) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<DeliveriesDto>(queryKey)?.deliveries.find((each) => each.kind === kind)?.delivery;
      show(kind, delivery);
      return { before };
    },
    onError: (error, { kind }, context) => {
      if (context?.before) show(kind, context.before);
      showToast({ message: `“${kinds[kind].label}” stays as it was: ${detailOf(error)}`, tone: "problem" });
    },
    onSuccess: (_done, { kind, delivery }) => void showToast({ message: keptWords(kind, delivery) }),
    onSettled: async () => {
      if (client.isMutating({ mutationKey }) === 1) await client.invalidateQueries({ queryKey });
    },
  });
  return mutate;
}

function keptWords(kind: Kind, delivery: Delivery): string {
  const how = { now: "is mailed at once", digest: "is mailed daily", off: "is not mailed" }[delivery];
  return `“${kinds[kind].label}” ${how}.`;
}
