import { Loading, Skeleton } from "#components/ui/skeleton.tsx";

export function QueueSkeleton() {
  return (
    <Loading label="Loading the queue" className="mx-auto w-full max-w-[82rem] px-4 py-8 sm:px-8 sm:py-10">
      <Skeleton className="h-10 w-40" />
      <Skeleton className="mt-3 mb-9 h-5 w-72 max-w-full" />
      <Skeleton className="mb-9 h-16" />
      <div className="grid gap-px">
        {[0, 1, 2, 3, 4].map((row) => (
          <Skeleton key={row} className="h-20" />
        ))}
      </div>
    </Loading>
  );
}
