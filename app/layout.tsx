import type { Metadata, Viewport } from "next"
import { cookies } from "next/headers"
import "./globals.css"

export const metadata: Metadata = {
  title: { default: "CS-Ops", template: "%s · CS-Ops" },
  description: "Customer Success and Operations in one place",
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" }

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const theme = (await cookies()).get("csops-theme")?.value
  const chosen = theme === "light" || theme === "dark" ? theme : undefined
  return (
    <html lang="en" data-theme={chosen}>
      <body>{children}</body>
    </html>
  )
}
