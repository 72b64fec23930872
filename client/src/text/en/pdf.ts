/** Pages of a PDF, wherever they are shown. */
export const pdfText = {
  'pdf.unnamed': 'Document without a name',
  'pdf.page': 'Page {page, number} of {pages, number}',
  'pdf.count': '{page} / {pages}',
  'pdf.previous': 'Previous page',
  'pdf.next': 'Next page',
  'pdf.first': 'This is the first page.',
  'pdf.last': 'This is the last page.',
  'pdf.coming': 'On its way: {part, number} %',
  'pdf.drawing': 'The page is being drawn',
  'pdf.notFetched': 'The document did not arrive: the link is slow or was lost. The meeting goes on.',
  'pdf.notReadable': 'This browser cannot show the document. The meeting goes on.',
  'pdf.pageFailed': 'This page cannot be drawn.',
  'pdf.tryAgain': 'Try again',
} as const;
