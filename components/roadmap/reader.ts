"use client";

import { createContext } from "react";

/** Who reads a public page: null for a visitor, undefined until it is known. */
export const ReaderContext = createContext<{ userId: string; name: string } | null | undefined>(undefined);
