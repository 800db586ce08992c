import type { ChartContent } from "#lib/guide/schema.ts";

export const charts: ChartContent[] = [
  {
    id: "official-wages",
    kind: "pay",
    title: "Yearly wages in the United States, May 2024",
    says: "At the median research scientists earn most, and data scientists least.",
    caption:
      "Bars run from the 10th to the 90th percentile, where they were found; the mark is the median. Wages as the government counts them, for three occupations next to this one.",
    rows: [
      { figure: "bls-15-2051-2024", label: "Data scientists" },
      { figure: "bls-15-1252-2024", label: "Software developers" },
      { figure: "bls-15-1221-2024", label: "Research scientists" },
    ],
  },
  {
    id: "by-source-and-year",
    kind: "pay",
    title: "Machine learning engineers in the United States, by source and year",
    says: "Two averages from one site and three medians from another: no one of them is “the” salary.",
    caption:
      "Bars run from the 10th to the 90th percentile and the upright mark is the median; a diamond is an average for which no range was found. The page of the first row was not opened for this guide. The rows of aijobs.net are read as advertised pay. The sources count different kinds of pay, so compare the rows of aijobs.net with each other, and the two averages with nothing.",
    rows: [
      { figure: "glassdoor-us-2023", label: "Glassdoor, 2023", detail: "average base pay" },
      { figure: "glassdoor-us-2024-via-365ds", label: "Glassdoor, 2024", detail: "average, kind not stated" },
      { figure: "aijobs-us-2022", label: "aijobs.net, 2022" },
      { figure: "aijobs-us-2023", label: "aijobs.net, 2023" },
      { figure: "aijobs-us-2024", label: "aijobs.net, 2024" },
    ],
  },
  {
    id: "official-by-year",
    kind: "pay",
    title: "Median wages in the United States, by year",
    says: "Each official median that was found is higher than the one before it.",
    caption:
      "The mark is the median wage in May of the year; bars, where percentiles were found, run from the 10th to the 90th. The years that are missing were not found in a copy that could be read.",
    rows: [
      { figure: "bls-15-1252-2022", label: "Developers, 2022" },
      { figure: "bls-15-1252-2023", label: "Developers, 2023" },
      { figure: "bls-15-1252-2024", label: "Developers, 2024" },
      { figure: "bls-15-1221-2021", label: "Researchers, 2021" },
      { figure: "bls-15-1221-2022", label: "Researchers, 2022" },
      { figure: "bls-15-1221-2024", label: "Researchers, 2024" },
    ],
  },
  {
    id: "by-level",
    kind: "pay",
    title: "Pay by level in the index of aijobs.net, United States, 2024",
    says: "The median rises at each level, but the ranges overlap: the best-paid rows of beginners lie above the median of seniors.",
    caption:
      "Bars run from the 10th to the 90th percentile; the mark is the median. Rows of aijobs.net for machine learning engineers, read as advertised pay. The sample of the top row is small.",
    rows: [
      { figure: "aijobs-us-2024-executive", label: "Executive, director" },
      { figure: "aijobs-us-2024-senior", label: "Senior" },
      { figure: "aijobs-us-2024-mid", label: "Mid level" },
      { figure: "aijobs-us-2024-entry", label: "Entry level" },
    ],
  },
  {
    id: "by-country",
    kind: "pay",
    title: "Pay in three countries in the index of aijobs.net, 2024",
    says: "The United States lies highest at the median; in the United Kingdom the range reaches far lower.",
    caption:
      "Bars run from the 10th to the 90th percentile; the mark is the median. Rows of aijobs.net for machine learning engineers, read as advertised pay and converted to dollars by the publisher. The British sample is small.",
    rows: [
      { figure: "aijobs-us-2024", label: "United States" },
      { figure: "aijobs-ca-2024", label: "Canada" },
      { figure: "aijobs-gb-2024", label: "United Kingdom" },
    ],
  },
  {
    id: "growth",
    kind: "growth",
    title: "Projected growth of jobs in the United States, 2024 to 2034",
    says: "All three occupations are expected to grow several times faster than work as a whole.",
    caption: "Change in the number of jobs over the ten years, as projected in August 2025. A projection, not a promise.",
    rows: [
      { figure: "ep-ds-2024-34", label: "Data scientists" },
      { figure: "ep-cirs-2024-34", label: "Research scientists" },
      { figure: "ep-sd-2024-34", label: "Software developers", detail: "with quality analysts and testers" },
      { figure: "ep-all-2024-34", label: "All occupations" },
    ],
  },
  {
    id: "growth-by-round",
    kind: "growth",
    title: "The same projections, round after round",
    says: "For developers each new round expects less growth than the one before.",
    caption: "Change in the number of jobs over the ten years of each round, United States. Developers are counted with quality analysts and testers. The page of the round between the two of research scientists was not opened for this guide.",
    rows: [
      { figure: "ep-sd-2022-32", label: "Developers", detail: "from 2022" },
      { figure: "ep-sd-2023-33", label: "Developers", detail: "from 2023" },
      { figure: "ep-sd-2024-34", label: "Developers", detail: "from 2024" },
      { figure: "ep-cirs-2022-32", label: "Research scientists", detail: "from 2022" },
      { figure: "ep-cirs-2024-34", label: "Research scientists", detail: "from 2024" },
    ],
  },
  {
    id: "growth-of-industries",
    kind: "growth",
    title: "Where the jobs are expected, 2024 to 2034",
    says: "Both industries are expected to grow more than twice as fast as work as a whole.",
    caption: "Change in the number of jobs in the industry, all occupations in it together, United States.",
    rows: [
      { figure: "ep-psts-2024-34", label: "Professional services", detail: "scientific and technical included" },
      { figure: "ep-info-2024-34", label: "Information" },
      { figure: "ep-all-2024-34", label: "All occupations" },
    ],
  },
];
