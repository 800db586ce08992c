import type { FrameworkContent } from "#lib/guide/schema.ts";

// The version is the newest that was seen on the day beside it, and surely not the newest now.
export const frameworks: FrameworkContent[] = [
  { id: "pytorch", name: "PyTorch", role: "training deep models", version: { number: "2.13.0", seen: "2026-08-13" }, licence: "BSD-3-Clause", governance: "the PyTorch Foundation, within the Linux Foundation", note: "There has been no official conda channel since 2.6.", source: "conda-forge-pytorch" },
  { id: "scikit-learn", name: "scikit-learn", role: "classical machine learning", version: { number: "1.9.0", seen: "2026-06-02" }, licence: "BSD-3-Clause", note: "For Python 3.11 to 3.14. It now depends on narwhals, so that different kinds of data frames can be used.", source: "scikit-learn-1-9" },
  { id: "transformers", name: "Hugging Face Transformers", role: "pretrained models", version: { number: "5.x", seen: "2025-12-01" }, licence: "Apache-2.0", governance: "Hugging Face", note: "Version 5 works with PyTorch alone; what it had for TensorFlow and Flax is gone.", source: "transformers-v5" },
  { id: "tensorflow", name: "TensorFlow", role: "deep learning, and small devices through LiteRT", version: { number: "2.21.0", seen: "2026-06-20" }, licence: "Apache-2.0", governance: "Google, as an open project", note: "The last announcement of a release in that record is of 2.20, on 19 August 2025; conda-forge had 2.19.1 in January 2026.", source: "tensorflow-changelog" },
  { id: "jax", name: "JAX", role: "numerical computing, and training at large scale", version: { number: "0.10.1", seen: "2026-06-11" }, licence: "Apache-2.0", governance: "Google, as an open project", source: "conda-forge-jax" },
  { id: "xgboost", name: "XGBoost", role: "gradient-boosted trees", version: { number: "3.3.0", seen: "2026-07-28" }, licence: "Apache-2.0", governance: "the DMLC community", source: "conda-forge-xgboost" },
  { id: "lightgbm", name: "LightGBM", role: "gradient-boosted trees", version: { number: "4.7.0", seen: "2026-07-19" }, licence: "MIT", governance: "its own organisation on GitHub, formerly under Microsoft", source: "conda-forge-lightgbm" },
  { id: "onnx", name: "ONNX", role: "a format for passing models between tools", version: { number: "1.22.0", seen: "2026-06-23" }, licence: "Apache-2.0", source: "conda-forge-onnx" },
  { id: "ray", name: "Ray", role: "training, tuning and serving on many machines", version: { number: "2.55.1", seen: "2026-05-26" }, licence: "Apache-2.0", governance: "the PyTorch Foundation since October 2025", note: "Its move to the foundation is as several outlets reported it.", source: "conda-forge-ray" },
  { id: "vllm", name: "vLLM", role: "serving large language models", version: { number: "0.26.0", seen: "2026-09-04" }, licence: "Apache-2.0", governance: "the PyTorch Foundation since May 2025", note: "In 2026 a new minor version came roughly every two to three weeks: pin yours.", source: "vllm-0-26" },
  { id: "deepspeed", name: "DeepSpeed", role: "training large models", governance: "the PyTorch Foundation since May 2025", source: "pytorch-foundation-2025" },
  { id: "keras", name: "Keras", role: "a higher level above TensorFlow, JAX and PyTorch", source: "keras" },
];
