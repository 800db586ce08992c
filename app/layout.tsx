import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { siteUrl } from "#lib/platform/site-url.ts";
import { headScript } from "#lib/base/head-script.ts";
import "./fonts.ts";
import "./globals.css";

export const metadata: Metadata = {
  metadataBase: siteUrl,
  title: { default: "Cairn", template: "%s · Cairn" },
  description: "A mentorship portal: a public guide to a career path, and mentors who confirm what you can do.",
  openGraph: { siteName: "Cairn", type: "website", locale: "en" },
  icons: { icon: "/favicon.svg" },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f5" },
    { media: "(prefers-color-scheme: dark)", color: "#13110f" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The head script writes data-theme, data-fresh and data-returned before React wakes up: the difference is meant.
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: headScript }} />
      </head>
      <body>
        <a href="#main" className="skip-link">
          Skip to the content
        </a>
        {children}
      </body>
    </html>
  );
}
