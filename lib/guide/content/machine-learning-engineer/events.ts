import type { EventContent } from "#lib/guide/schema.ts";

// By date. What is over is marked in the browser, by the reader's own date.
export const events: EventContent[] = [
  { id: "pytorch-eu-2026", name: "PyTorch Conference Europe 2026", held: { start: "2026-04-07", end: "2026-04-08", place: "Paris, France" }, url: "https://pytorchconferenceeu2026.sched.com/", source: "pytorch-conference-2026" },
  { id: "iclr-2026", name: "ICLR 2026", held: { start: "2026-04-23", end: "2026-04-27", place: "Rio de Janeiro, Brazil" }, url: "https://iclr.cc/Conferences/2026", source: "hf-deadlines" },
  { id: "mlsys-2026", name: "MLSys 2026", held: { start: "2026-05-17", end: "2026-05-22", place: "Bellevue, USA" }, url: "https://mlsys.org/", source: "ccf-deadlines" },
  { id: "cvpr-2026", name: "CVPR 2026", held: { start: "2026-06-03", end: "2026-06-07", place: "Denver, USA" }, url: "https://cvpr.thecvf.com/Conferences/2026", source: "ccf-deadlines" },
  { id: "acl-2026", name: "ACL 2026", held: { start: "2026-07-02", end: "2026-07-07", place: "San Diego, USA" }, url: "https://2026.aclweb.org/", source: "ccf-deadlines" },
  { id: "icml-2026", name: "ICML 2026", held: { start: "2026-07-06", end: "2026-07-11", place: "Seoul, South Korea (COEX)" }, url: "https://icml.cc/Conferences/2026", source: "icml-2026" },
  { id: "kdd-2026", name: "KDD 2026", held: { start: "2026-08-09", end: "2026-08-13", place: "Jeju, South Korea" }, url: "https://kdd2026.kdd.org/", source: "hf-deadlines" },
  { id: "rlc-2026", name: "Reinforcement Learning Conference 2026", held: { start: "2026-08-15", end: "2026-08-18", place: "Montreal, Canada" }, url: "https://rl-conference.cc/", source: "hf-deadlines" },
  { id: "mlzoomcamp-2026", name: "Machine Learning Zoomcamp, live cohort", held: { start: "2026-09", end: "2026-12", place: "online" }, url: "https://github.com/DataTalksClub/machine-learning-zoomcamp", note: "Free, once a year; the next should begin in September 2027.", source: "ml-zoomcamp" },
  { id: "colm-2026", name: "COLM 2026", held: { start: "2026-10-06", end: "2026-10-09", place: "San Francisco, USA" }, url: "https://colmweb.org/", source: "ccf-deadlines" },
  {
    id: "neurips-2026",
    name: "NeurIPS 2026",
    held: { start: "2026-12-06", end: "2026-12-12", place: "Sydney, Australia (main)" },
    alsoIn: [
      { place: "Atlanta, USA", start: "2026-12-09", end: "2026-12-13" },
      { place: "Paris, France", start: "2026-12-09", end: "2026-12-13" },
    ],
    url: "https://neurips.cc/Conferences/2026",
    source: "neurips-2026",
  },
  { id: "aaai-27", name: "AAAI-27", held: { start: "2027-02-16", end: "2027-02-23", place: "Montreal, Canada" }, url: "https://aaai.org/conference/aaai/aaai-27/", source: "ccf-deadlines" },
  {
    id: "iclr-2027",
    name: "ICLR 2027",
    held: { start: "2027-04-26", end: "2027-04-30", place: "San Francisco, USA" },
    url: "https://iclr.cc/Conferences/2027",
    note: "From a community’s list alone, which had the year before wrong; confirm it on iclr.cc. Papers were due on 25 September 2026.",
    source: "ccf-deadlines",
  },
  { id: "kdd-2027", name: "KDD 2027", held: { start: "2027-08", place: "San Jose, USA" }, url: "https://kdd2027.kdd.org/", note: "The days in August were not set yet.", source: "ccf-deadlines" },
  { id: "acl-2027", name: "ACL 2027", held: { start: "2027-08-17", end: "2027-08-22", place: "Kyoto, Japan" }, url: "https://2027.aclweb.org/", source: "ccf-deadlines" },
  { id: "icml-2027", name: "ICML 2027", held: null, url: "https://icml.cc/" },
  { id: "mlsys-2027", name: "MLSys 2027", held: null, url: "https://mlsys.org/" },
];
