import { QueueSkeleton } from "#components/review/queue-skeleton.tsx";

export default function QueueLoading() {
  return <QueueSkeleton />;
}
