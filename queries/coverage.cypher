// title: Which years the documents cover
// description: For each year from the first to the last that a document reports on, the ingested documents whose period, or else date, lies in it; a year without any is a gap. Documents without period and date come last, without a year.
// param since: integer = null — only this year and later ones
// column year: integer — the year; null for documents without period and date
// column gap: boolean — whether no document covers the year
// column number: integer — how many documents cover it
// column documents: list — keys of these documents
// example: since=2000

MATCH (document:Document) WHERE document.sha256 IS NOT NULL
WITH document.key AS key,
     toInteger(substring(coalesce(document.period_start, document.date, document.period_end), 0, 4)) AS first,
     toInteger(substring(coalesce(document.period_end, document.date, document.period_start), 0, 4)) AS last
UNWIND CASE WHEN first IS NULL THEN [null] ELSE range(first, last) END AS year
WITH year, key ORDER BY key
WITH year, collect(key) AS documents
WITH collect({year: year, documents: documents}) AS covered, min(year) AS first, max(year) AS last
UNWIND range(coalesce(first, 0), coalesce(last, -1)) + [null] AS year
WITH year, [item IN covered WHERE item.year = year OR (item.year IS NULL AND year IS NULL) | item.documents] AS found
WITH year, CASE WHEN size(found) = 0 THEN [] ELSE found[0] END AS documents
WHERE (year IS NULL AND size(documents) > 0) OR year >= coalesce($since, year)
RETURN year, year IS NOT NULL AND size(documents) = 0 AS gap, size(documents) AS number, documents
ORDER BY year IS NULL, year
LIMIT $limit
