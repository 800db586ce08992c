import type { MeasureContent } from "#lib/guide/schema.ts";

export const measures: MeasureContent[] = [
  {
    id: "ads-2024-languages",
    what: "Adverts for machine learning engineers that name a language",
    year: 2024,
    values: {
      python: { unit: "percent", label: "Python", value: 56.3 },
      sql: { unit: "percent", label: "SQL", value: 26.1 },
      java: { unit: "percent", label: "Java", value: 21.1 },
    },
    source: "adverts-2024",
  },
  {
    id: "ads-2024-frameworks",
    what: "Adverts for machine learning engineers that name a deep learning library",
    year: 2024,
    values: {
      pytorch: { unit: "percent", label: "PyTorch", value: 39.8 },
      tensorflow: { unit: "percent", label: "TensorFlow", value: 37.5 },
    },
    source: "adverts-2024",
  },
  {
    id: "ads-2024-cloud",
    what: "Adverts for machine learning engineers that name a cloud",
    year: 2024,
    values: {
      azure: { unit: "percent", label: "Microsoft Azure", value: 17.6 },
      aws: { unit: "percent", label: "AWS", value: 15.9 },
    },
    source: "adverts-2024",
  },
  {
    id: "ads-2024-terms",
    what: "What adverts for machine learning engineers say",
    year: 2024,
    values: {
      remote: { unit: "percent", label: "Remote work", value: 12 },
      salaryRange: { unit: "percent", label: "A salary range", value: 35 },
      experience: { unit: "percent", label: "Years of experience", value: 28 },
    },
    source: "adverts-2024",
  },
  {
    id: "so-2022",
    what: "Professional developers who use the library",
    year: 2022,
    values: {
      tensorflow: { unit: "percent", label: "TensorFlow", value: 11.49 },
      pytorch: { unit: "percent", label: "PyTorch", value: 7.61 },
      keras: { unit: "percent", label: "Keras", value: 6.47 },
    },
    caution: "From before most had turned to PyTorch.",
    source: "stackoverflow-2022",
  },
  {
    id: "so-2025-python",
    what: "Change in the use of Python against the year before",
    year: 2025,
    values: {
      python: { unit: "percentage points", label: "Python", value: 7 },
    },
    source: "stackoverflow-2025",
  },
  {
    id: "psf-2023",
    what: "Python developers who train models or generate predictions with them",
    year: 2023,
    values: {
      predictions: { unit: "percent", label: "Train or generate predictions", value: 32 },
    },
    source: "python-survey-2023",
  },
  {
    id: "kaggle-2020",
    what: "Data scientists who use the library",
    year: 2020,
    values: {
      scikitLearn: { unit: "percent", label: "scikit-learn", value: 83 },
      tensorflow: { unit: "percent", label: "TensorFlow", value: 50 },
      keras: { unit: "percent", label: "Keras", value: 50 },
    },
    caution: "An old picture: no survey newer than that of 2022 was found.",
    source: "kaggle-2020",
  },
  {
    id: "papers-2022",
    what: "Papers at EMNLP, ACL and ICLR that name a framework and name PyTorch",
    year: 2022,
    values: {
      pytorch: { unit: "percent", label: "PyTorch, more than", value: 80 },
    },
    source: "papers-2022",
  },
  {
    id: "pwc-2025",
    what: "Average wage premium of advertised jobs that ask for AI skills, in PwC’s barometer",
    year: 2025,
    values: {
      premium: { unit: "percent", label: "2025 barometer", value: 56 },
      yearBefore: { unit: "percent", label: "A year earlier", value: 25 },
    },
    source: "pwc-2025",
  },
  {
    id: "yc-2026",
    what: "Open roles at Y Combinator startups",
    year: 2026,
    values: {
      roles: { unit: "count", label: "Open roles", value: 2652 },
      startups: { unit: "count", label: "Startups, about", value: 1400 },
    },
    source: "coderscreen-2026",
  },
  {
    id: "arxiv-volume",
    what: "Submissions to arXiv in a month, March 2026",
    year: 2026,
    values: {
      submissions: { unit: "count", label: "About", value: 30000 },
    },
    source: "arxiv-2026",
  },
  {
    id: "neurips-2024",
    what: "Submissions to NeurIPS 2024",
    year: 2024,
    values: {
      submissions: { unit: "count", label: "Submissions", value: 15671 },
      accepted: { unit: "percent", label: "Accepted, about", value: 25.8 },
    },
    source: "neurips-2024",
  },
  {
    id: "eu-ai-act",
    what: "Dates of the EU AI Act",
    year: 2026,
    values: {
      bans: { unit: "day", label: "Bans on prohibited practices apply since", value: "2025-02-02" },
      agreement: { unit: "day", label: "Provisional agreement", value: "2026-05-07" },
      highRiskBefore: { unit: "day", label: "Stand-alone high-risk duties, before", value: "2026-08-02" },
      highRisk: { unit: "day", label: "Stand-alone high-risk duties, by the agreement", value: "2027-12-02" },
      embedded: { unit: "day", label: "Duties embedded in products, by the agreement", value: "2028-08-02" },
    },
    caution: "Formal adoption of the agreement was not confirmed: check EUR-Lex before you rely on its dates.",
    source: "eu-ai-act-2026",
  },
  {
    id: "pwc-archive",
    what: "Shutdown of Papers with Code",
    year: 2025,
    values: {
      closed: { unit: "day", label: "Shut down from", value: "2025-07-24" },
    },
    caution: "One page says that it came back, on days that do not fit its end; that page is left out here.",
    source: "papers-with-code",
  },
  {
    id: "mlops-cncf",
    what: "Members of the MLOps Community",
    year: 2026,
    values: {
      members: { unit: "count", label: "More than", value: 50000 },
    },
    source: "mlops-community",
  },
  {
    id: "tf-dev",
    what: "TensorFlow Developer Certificate",
    year: 2024,
    values: {
      closed: { unit: "day", label: "Closed on", value: "2024-05-01" },
    },
    source: "tensorflow-certificate",
  },
  {
    id: "ai-102",
    what: "Azure AI Engineer Associate (AI-102)",
    year: 2026,
    values: {
      retired: { unit: "day", label: "Retired on", value: "2026-06-30" },
    },
    source: "microsoft-ai-102",
  },
  {
    id: "ai-103",
    what: "Azure AI Apps and Agents Developer Associate (AI-103)",
    year: 2026,
    values: {
      beta: { unit: "day", label: "Beta opened on", value: "2026-04-21" },
    },
    caution: "Still called a beta when last seen, on 11 July 2026.",
    source: "microsoft-ai-103",
  },
  {
    id: "mls-c01",
    what: "AWS Certified Machine Learning - Specialty (MLS-C01)",
    year: 2026,
    values: {
      retired: { unit: "day", label: "Last exam day", value: "2026-03-31" },
    },
    source: "aws-mls-c01",
  },
  {
    id: "mla-c01",
    what: "AWS Certified Machine Learning Engineer - Associate (MLA-C01)",
    year: 2024,
    values: {
      active: { unit: "day", label: "Active since", value: "2024-10-08" },
    },
    source: "aws-mla-c01",
  },
  {
    id: "aip-c01",
    what: "AWS Certified Generative AI Developer - Professional (AIP-C01)",
    year: 2026,
    values: {
      active: { unit: "day", label: "Released on", value: "2026-04-14" },
    },
    source: "aws-aip-c01",
  },
  {
    id: "gcp-pmle",
    what: "Google Cloud Professional Machine Learning Engineer",
    year: 2026,
    values: {
      active: { unit: "day", label: "Present English exam since", value: "2026-06-01" },
      price: { unit: "dollars", label: "Price", value: 200 },
    },
    source: "google-pmle",
  },
  {
    id: "transformers",
    what: "Version 5 of Hugging Face Transformers",
    year: 2025,
    values: {
      announced: { unit: "day", label: "Announced", value: "2025-12-01" },
    },
    source: "transformers-v5",
  },
];
