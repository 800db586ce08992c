import { notFound } from "next/navigation";
import { connection } from "next/server";

/** Any address that nothing else answers. Dynamic on purpose: the static not-found page could carry no nonce. */
export default async function NothingHere() {
  await connection();
  notFound();
}
